import type { RoadDocument, RoadServiceJson, RungJson } from '../documents/road.ts';
import { listed } from '../text.ts';
import { markdownCode, markdownText } from './markdown-text.ts';
import { briefly } from './road.ts';
import { type RoadGroup, roadGroups, roadSummary } from './road-groups.ts';
import { markdownTable } from './table.ts';

/** Where services stand on the road, a table for each, or for those of one file that stand alike; as Markdown. */
export function renderRoadMarkdown(document: RoadDocument): string {
  const wrong = document.wrongTool.map(
    ({ service, message, evidence: [at] }) =>
      `- ${markdownCode(service)}: ${markdownText(message)}${at === undefined ? '' : ` ${markdownCode(`${at.file}:${at.line}`)}`}`,
  );
  const lines = [
    '# The road to cloud-first',
    '',
    ...roadSummary(document).flatMap((sentence) => [markdownText(sentence), '']),
    ...roadGroups(document).flatMap(groupLines),
    ...(wrong.length === 0 ? [] : ['## The wrong tool', '', ...wrong, '']),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function groupLines({ first, head, platform, names }: RoadGroup): string[] {
  const about = [...(platform === '' ? [] : [`on ${platform}`]), ...(names.length === 0 ? [] : [listed(names)])];
  return [
    `## ${markdownText(head)}`,
    '',
    ...(about.length === 0 ? [] : [markdownText(about.join(': ')), '']),
    ...markdownTable(['Rung', 'State', 'Missing', 'Not known'], first.rungs.map(cellsOf)),
    '',
    nextLine(first),
    '',
  ];
}

function cellsOf({ rung, title, state, reason, missing, unknown }: RungJson): string[] {
  const why = reason === null ? briefly(missing) : reason;
  return [`${rung} ${title}`, state, why, briefly(unknown)].map(markdownText);
}

function nextLine({ next }: RoadServiceJson): string {
  if (next === null) return 'Nothing is known to be missing.';
  const at = next.at === null ? '' : ` ${markdownCode(`${next.at.file}:${next.at.line}`)}`;
  const check = next.check === null ? '' : ` (${markdownCode(next.check)})`;
  return `**Next:** ${markdownText(next.text)}${at}${check}`;
}
