import type { RungState } from '../../skills/road/rung.ts';
import type { LackJson, RoadDocument, RoadPlace, RoadServiceJson, RungJson } from '../documents/road.ts';
import { listed, printable, wrap } from '../text.ts';
import type { PageOptions } from './page-options.ts';
import { type Paint, painter } from './paint.ts';
import {
  type RoadGroup,
  type RoadLabel,
  type RoadOptions,
  roadGroups,
  roadLabels,
  roadSummary,
  unreadLines,
} from './road-groups.ts';
import { foldedText, overviewRows, roadParts, rowPlaces } from './road-overview.ts';

/** Where services stand on the road, an overview first where they are many, and a small ladder for each; for a terminal. */
export function renderRoad(document: RoadDocument, options: PageOptions & Pick<RoadOptions, 'chosen'>): string {
  const { all, chosen, color, quiet } = options;
  const page: Page = { paint: painter(color), width: Math.min(120, Math.max(40, options.width)), all, chosen };
  const summary = roadSummary(document, page).flatMap((line) => wrap(printable(line), page.width));
  if (quiet) return `${summary.join('\n')}\n`;
  const groups = roadGroups(document, page);
  const details = groups.flatMap((group) => [...groupLines(group, page), '']);
  const shown = roadParts(groups, details.length, all || chosen);
  const lines = [
    ...(shown.overview ? [...overviewLines(document, page), ''] : []),
    ...(shown.details ? details : []),
    ...wrongToolLines(document, page),
    ...(all ? unreadLines(document).flatMap((line) => wrap(printable(line), page.width)) : []),
    ...summary,
    ...(shown.details ? [] : [page.paint.dim(foldedText)]),
  ];
  return `${lines.join('\n')}\n`;
}

interface Page extends RoadOptions {
  readonly paint: Paint;
  readonly width: number;
}

const marks: Readonly<Record<RungState, readonly [mark: string, style: keyof Paint]>> = {
  reached: ['✓', 'green'],
  partly: ['◐', 'yellow'],
  'not-reached': ['✗', 'red'],
  unknown: ['?', 'cyan'],
  'not-applicable': ['–', 'dim'],
};

/** A table of the services by where they stand and what is next; ids are never broken, so that they can be copied. */
function overviewLines(document: RoadDocument, { paint, width }: Page): string[] {
  const rows = overviewRows(document);
  const stands = Math.max(...rows.map((row) => row.stands.length), 'Stand'.length);
  const from = 'Services'.length + stands + 4;
  const beside = width - from >= 24;
  const indent = beside ? from : 4;
  return [
    paint.bold(`Services  ${'Stand'.padEnd(stands)}  Next step`),
    ...rows.flatMap((row) => {
      const head = `${String(row.services.length).padStart('Services'.length)}  ${row.stands.padEnd(stands)}`;
      const [first = '', ...rest] = wrap(printable(row.step), width - indent);
      const steps = beside ? [`${head}  ${first}`, ...rest.map((line) => ' '.repeat(indent) + line)] : [];
      const below = beside ? [] : [head.trimEnd(), ...[first, ...rest].map((line) => ' '.repeat(indent) + line)];
      return [
        ...steps,
        ...below,
        ...rowPlaces(row).map((one) => paint.dim(`${' '.repeat('Services'.length + 2)}${printable(one)}`)),
      ];
    }),
  ];
}

function groupLines({ first, head, platform, names }: RoadGroup, page: Page): string[] {
  const { paint, width } = page;
  return [
    paint.bold(printable(head)), // whole, however long: it is what `--service` takes
    ...(platform === '' ? [] : [paint.dim(`  on ${platform}`)]),
    ...(names.length === 0 ? [] : indented(printable(listed(names)), 2, width).map(paint.dim)),
    ...first.rungs.flatMap((rung) => rungLines(rung, page)),
    ...nextLines(first, names.length > 0, page),
  ];
}

function rungLines(placed: RungJson, page: Page): string[] {
  const { paint, width } = page;
  const { rung, title, state, reason } = placed;
  const [mark, style] = marks[state];
  const head = `  ${paint[style](mark)} ${rung} ${title}`;
  if (reason !== null) return [head, ...indented(printable(`not for it: ${reason}`), 6, width).map(paint.dim)];
  return [head, ...roadLabels(placed, page).flatMap((one) => labelLines(one, page))];
}

function labelLines({ label, items }: RoadLabel, { paint, width, all }: Page): string[] {
  const style = label === 'missing' ? (text: string): string => text : paint.dim;
  if (!all) return indented(printable(`${label}: ${briefly(items)}`), 6, width).map(style);
  return [`      ${paint.bold(label)}`, ...items.flatMap((one) => indented(lackText(one), 8, width)).map(style)];
}

/** What is lacked, as a list within a sentence. */
export function briefly(lacks: readonly LackJson[]): string {
  return lacks.map(({ what }) => lowered(what)).join('; ');
}

/** A title within a sentence; abbreviations stay. */
function lowered(text: string): string {
  return /^[A-Z][A-Z]/.test(text) ? text : `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

function lackText({ what, why, at }: LackJson): string {
  return printable(`${what}: ${why}${at === null ? '' : ` ${placeText(at)}`}`);
}

function nextLines({ next, rungs }: RoadServiceJson, isOfMany: boolean, { paint, width }: Page): string[] {
  if (next === null) {
    const isOpen = rungs.some(({ state }) => state === 'unknown' || state === 'partly');
    return [`  ${paint.green('→')} ${isOpen ? 'nothing is known to be missing' : 'nothing is missing'}`];
  }
  const at = next.at === null ? '' : ` ${isOfMany ? 'e.g. ' : ''}${placeText(next.at)}`;
  const check = next.check === null ? '' : ` (skyworthy explain ${next.check})`;
  return indented(printable(`next: ${next.text}${at}${check}`), 4, width).map((line, index) =>
    index === 0 ? `  ${paint.cyan('→')} ${line.trimStart()}` : line,
  );
}

function placeText({ file, line }: RoadPlace): string {
  return `${file}:${line}`;
}

function wrongToolLines({ wrongTool }: RoadDocument, { paint, width }: Page): string[] {
  if (wrongTool.length === 0) return [];
  const groups = [...Map.groupBy(wrongTool, ({ what, message }) => `${what}\0${message}`).values()];
  return [
    paint.bold('The wrong tool'),
    ...groups.flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const services = group.length === 1 ? first.service : `${first.service} and ${group.length - 1} more`;
      const [at] = first.evidence;
      const message = `${first.message}${at === undefined ? '' : ` ${placeText(at)}`}`;
      return [`  ${printable(services)}`, ...indented(printable(message), 4, width)];
    }),
    '',
  ];
}

function indented(text: string, by: number, width: number): string[] {
  return wrap(text, width - by).map((line) => `${' '.repeat(by)}${line}`);
}
