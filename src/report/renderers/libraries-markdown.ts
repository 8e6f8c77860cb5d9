import type { LibrariesDocument, NeedJson } from '../documents/libraries.ts';
import { librariesSummary, stages, useText } from './libraries.ts';
import { markdownCode, markdownText } from './markdown-text.ts';
import { markdownTable } from './table.ts';

/** What a repository uses for each need, beside what the field chooses today; as Markdown. */
export function renderLibrariesMarkdown(document: LibrariesDocument): string {
  const findings = document.needs.flatMap((need) => need.findings);
  const month = document.needs[0]?.current[0]?.asOf ?? '';
  const lines = [
    '# Libraries',
    '',
    markdownText(librariesSummary(document)),
    '',
    ...stages.flatMap(([stage, title]) => {
      const needs = document.needs.filter((need) => need.stage === stage && need.uses.length > 0);
      return needs.length === 0
        ? []
        : [`## ${title}`, '', ...markdownTable(['Need', 'In use', `Today (${month})`], needs.map(cellsOf)), ''];
    }),
    ...(findings.length === 0
      ? []
      : [
          '## Findings',
          '',
          ...findings.map(({ message, evidence }) => {
            const places = evidence.map(({ file, line }) => markdownCode(`${file}:${line}`));
            return `- ${markdownText(message)} ${places.join(', ')}`.trimEnd();
          }),
          '',
        ]),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function cellsOf({ title, uses, findings, current }: NeedJson): string[] {
  return [
    title,
    uses.map((use) => useText(use, findings)).join(', '),
    current.map(({ distribution }) => distribution).join(', '),
  ].map(markdownText);
}
