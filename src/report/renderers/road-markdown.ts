import type { LackJson, RoadDocument, RoadServiceJson, RungJson } from '../documents/road.ts';
import { listed } from '../text.ts';
import { markdownCode, markdownText } from './markdown-text.ts';
import { briefly } from './road.ts';
import { type RoadGroup, type RoadOptions, roadGroups, roadLabels, roadSummary, unreadLines } from './road-groups.ts';
import { foldedText, overviewRows, roadParts, rowPlaces } from './road-overview.ts';
import { markdownTable } from './table.ts';

/** Where services stand on the road, an overview first where they are many, and a table for each; as Markdown. */
export function renderRoadMarkdown(document: RoadDocument, options: RoadOptions): string {
  const wrong = document.wrongTool.map(
    ({ service, message, evidence: [at] }) =>
      `- ${markdownCode(service)}: ${markdownText(message)}${at === undefined ? '' : ` ${markdownCode(`${at.file}:${at.line}`)}`}`,
  );
  const groups = roadGroups(document, options);
  const details = groups.flatMap((group) => groupLines(group, options));
  const shown = roadParts(groups, details.length, options.all || options.chosen);
  const lines = [
    '# The road to cloud-first',
    '',
    ...roadSummary(document, options).flatMap((sentence) => [markdownText(sentence), '']),
    ...(shown.overview ? [...overviewLines(document), ''] : []),
    ...(shown.details ? details : [foldedText, '']),
    ...(wrong.length === 0 ? [] : ['## The wrong tool', '', ...wrong, '']),
    ...(options.all ? unreadLines(document).map((line) => `- ${markdownText(line)}`) : []),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function overviewLines(document: RoadDocument): string[] {
  const rows = overviewRows(document).map((row) => [
    String(row.services.length),
    row.stands,
    markdownText(row.step),
    rowPlaces(row).map(markdownText).join('; '),
  ]);
  return markdownTable(['Services', 'Stand', 'Next step', 'Which'], rows);
}

function groupLines({ first, head, platform, names }: RoadGroup, options: RoadOptions): string[] {
  const about = [...(platform === '' ? [] : [`on ${platform}`]), ...(names.length === 0 ? [] : [listed(names)])];
  const rungs = options.all
    ? first.rungs.flatMap((rung) => rungLines(rung, options))
    : [...markdownTable(['Rung', 'State', 'Missing', 'Not known', 'Better with'], first.rungs.map(cellsOf)), ''];
  return [
    `## ${markdownText(head)}`,
    '',
    ...(about.length === 0 ? [] : [markdownText(about.join(': ')), '']),
    ...rungs,
    nextLine(first, names.length > 0),
    '',
  ];
}

function cellsOf({ rung, title, state, reason, missing, unknown, improvements }: RungJson): string[] {
  const why = reason === null ? briefly(missing) : `not for it: ${reason}`;
  return [`${rung} ${title}`, words(state), why, briefly(unknown), briefly(improvements)].map(markdownText);
}

/** A rung with everything that is said of it. */
function rungLines(placed: RungJson, options: RoadOptions): string[] {
  const { rung, title, state, reason } = placed;
  return [
    `### ${rung} ${markdownText(title)}: ${words(state)}`,
    '',
    ...(reason === null ? [] : [`Not for it: ${markdownText(reason)}`, '']),
    ...roadLabels(placed, options).flatMap(({ label, items }) => [
      `**${label.charAt(0).toUpperCase()}${label.slice(1)}**`,
      '',
      ...items.map(lackLine),
      '',
    ]),
  ];
}

function lackLine({ what, why, at }: LackJson): string {
  return `- ${markdownText(`${what}: ${why}`)}${at === null ? '' : ` ${markdownCode(`${at.file}:${at.line}`)}`}`;
}

function words(state: RungJson['state']): string {
  return state.replaceAll('-', ' ');
}

function nextLine({ next }: RoadServiceJson, isOfMany: boolean): string {
  if (next === null) return 'Nothing is known to be missing.';
  const at = next.at === null ? '' : ` ${isOfMany ? 'e.g. ' : ''}${markdownCode(`${next.at.file}:${next.at.line}`)}`;
  const check = next.check === null ? '' : ` (${markdownCode(next.check)})`;
  return `**Next:** ${markdownText(next.text)}${at}${check}`;
}
