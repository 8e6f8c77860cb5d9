import type { LibrariesDocument, LibraryFindingJson, NeedJson } from '../documents/libraries.ts';
import { isIdle, kinds, librariesSummary, useText } from './libraries.ts';
import { libraryStages } from './library-stages.ts';
import { markdownCode, markdownText } from './markdown-text.ts';
import { markdownTable } from './table.ts';

/** What a repository uses for each need, beside what the field chooses now; as Markdown. */
export function renderLibrariesMarkdown(document: LibrariesDocument): string {
  const findings = document.needs.flatMap((need) => need.findings);
  const month = document.needs.flatMap(({ current }) => current.map(({ asOf }) => asOf))[0];
  const choices = month === undefined ? 'Current choices' : `Current choices (${month})`;
  const stages = libraryStages(document, false);
  const isIdleSeen = document.needs.some(({ uses }) => uses.some(isIdle));
  const lines = [
    '# Libraries',
    '',
    markdownText(librariesSummary(document)),
    '',
    ...stages.flatMap(({ title, needs }) => [
      `## ${title}`,
      '',
      ...markdownTable(['Need', 'In use', choices], needs.map(cellsOf)),
      '',
    ]),
    ...(isIdleSeen ? ['(name): declared, and not seen to be imported or run.', ''] : []),
    ...kinds.flatMap(({ kind, title, mark }) => {
      const found = findings.filter((finding) => finding.kind === kind);
      return found.length === 0 ? [] : [`## ${title} (${mark})`, '', ...found.map(findingLine), ''];
    }),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function findingLine({ message, evidence }: LibraryFindingJson): string {
  const places = evidence.map(({ file, line }) => markdownCode(`${file}:${line}`));
  return `- ${markdownText(message)} ${places.join(', ')}`.trimEnd();
}

function cellsOf({ title, uses, findings, current }: NeedJson): string[] {
  return [
    title,
    uses.map((use) => useText(use, findings)).join(', '),
    current.map(({ distribution }) => distribution).join(', '),
  ].map(markdownText);
}
