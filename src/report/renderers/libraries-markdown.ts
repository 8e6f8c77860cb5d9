import type { LibrariesDocument, LibraryFindingJson, NeedJson } from '../documents/libraries.ts';
import { kinds, librariesSummary, stages, useText } from './libraries.ts';
import { markdownCode, markdownText } from './markdown-text.ts';
import { markdownTable } from './table.ts';

/** What a repository uses for each need, beside what the field chooses now; as Markdown. */
export function renderLibrariesMarkdown(document: LibrariesDocument): string {
  const findings = document.needs.flatMap((need) => need.findings);
  const month = document.needs.flatMap(({ current }) => current.map(({ asOf }) => asOf))[0];
  const choices = month === undefined ? 'Current choices' : `Current choices (${month})`;
  const lines = [
    '# Libraries',
    '',
    markdownText(librariesSummary(document)),
    '',
    ...stages.flatMap(([stage, title]) => {
      const needs = document.needs.filter((need) => need.stage === stage && need.uses.length > 0);
      return needs.length === 0
        ? []
        : [`## ${title}`, '', ...markdownTable(['Need', 'In use', choices], needs.map(cellsOf)), ''];
    }),
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
