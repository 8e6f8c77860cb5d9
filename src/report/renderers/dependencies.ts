import type { DeclaredDependency, DependenciesDocument } from '../documents/dependencies.ts';
import { counted, printable } from '../text.ts';
import { markdownTable, plainTable } from './table.ts';

const header = ['Name', 'Version', 'Group', 'Pinned', 'Line'];

/** What the manifests declare, for a terminal: a table for each. */
export function renderDependencies({ manifests, unreadable }: DependenciesDocument): string {
  if (manifests.length === 0) return 'No dependency file found.\n';
  const parts = manifests.map(({ file, format, python, dependencies }) => {
    const asks = python === null ? '' : `, Python ${python}`;
    const title = printable(`${file} (${format}${asks}): ${counted(dependencies.length, 'dependency')}`);
    const table =
      dependencies.length === 0 ? [] : plainTable(header, dependencies.map(cells)).map((line) => `  ${line}`);
    return [title, ...table, ''].join('\n');
  });
  const faults = unreadable.map(({ file, line, reason }) => printable(`${file}:${line} ${reason}`));
  return `${[...parts, ...faults].join('\n').trimEnd()}\n`;
}

/** The same as Markdown. */
export function renderDependenciesMarkdown({ manifests, unreadable }: DependenciesDocument): string {
  const parts = manifests.flatMap(({ file, format, python, dependencies }) => [
    `## ${file}`,
    '',
    `${format}${python === null ? '' : `, Python \`${python}\``}`,
    '',
    ...(dependencies.length === 0 ? [] : [...markdownTable(header, dependencies.map(cells)), '']),
  ]);
  const faults = unreadable.map(({ file, line, reason }) => `- \`${file}:${line}\` ${printable(reason)}`);
  return `${['# Dependencies', '', ...parts, ...faults].join('\n').trimEnd()}\n`;
}

function cells({ name, specifier, extras, group, pinned, url, line }: DeclaredDependency): string[] {
  const wanted = extras.length === 0 ? name : `${name}[${extras.join(',')}]`;
  return [
    wanted || (url ?? ''),
    specifier || (name === '' ? '' : (url ?? '')),
    group ?? '',
    pinned ? 'yes' : 'no',
    String(line),
  ].map(printable);
}
