import type { RungState } from '../../skills/road/rung.ts';
import type { LackJson, RoadDocument, RoadPlace, RoadServiceJson, RungJson } from '../documents/road.ts';
import { listed, printable, wrap } from '../text.ts';
import type { PageOptions } from './page-options.ts';
import { type Paint, painter } from './paint.ts';
import { type RoadGroup, roadGroups, roadSummary } from './road-groups.ts';

/** Where services stand on the road, a small ladder for each, or for those of one file that stand alike; for a terminal. */
export function renderRoad(document: RoadDocument, options: PageOptions): string {
  const page: Page = {
    paint: painter(options.color),
    width: Math.min(120, Math.max(40, options.width)),
    all: options.all,
  };
  const lines = options.quiet ? [] : roadGroups(document).flatMap((group) => [...groupLines(group, page), '']);
  if (!options.quiet) lines.push(...wrongToolLines(document, page));
  lines.push(...roadSummary(document).flatMap((line) => wrap(printable(line), page.width)));
  return `${lines.join('\n')}\n`;
}

interface Page {
  readonly paint: Paint;
  readonly width: number;
  /** The reason for each thing that is missing too. */
  readonly all: boolean;
}

const marks: Readonly<Record<RungState, readonly [mark: string, style: keyof Paint]>> = {
  reached: ['✓', 'green'],
  partly: ['◐', 'yellow'],
  'not-reached': ['✗', 'red'],
  unknown: ['?', 'cyan'],
  'not-applicable': ['–', 'dim'],
};

function groupLines({ first, head, platform, names }: RoadGroup, page: Page): string[] {
  const { paint, width } = page;
  return [
    ...wrap(printable(head), width).map(paint.bold),
    ...(platform === '' ? [] : [paint.dim(`  on ${platform}`)]),
    ...(names.length === 0 ? [] : indented(printable(listed(names)), 2, width).map(paint.dim)),
    ...first.rungs.flatMap((rung) => rungLines(rung, page)),
    ...nextLines(first, page),
  ];
}

function rungLines(placed: RungJson, { paint, width, all }: Page): string[] {
  const { rung, title, state, reason, missing, unknown, improvements } = placed;
  const [mark, style] = marks[state];
  const head = wrap(title, width - 6).map((line, index) =>
    index === 0 ? `  ${paint[style](mark)} ${rung} ${line}` : `      ${line}`,
  );
  if (reason !== null) return [...head, ...indented(printable(`not for it: ${reason}`), 6, width).map(paint.dim)];
  if (all)
    return [
      ...head,
      ...[...missing, ...unknown, ...improvements].flatMap((lack) => indented(lackText(lack), 6, width)),
    ];
  const rows = [
    missing.length === 0 ? [] : indented(`missing: ${briefly(missing)}`, 6, width),
    unknown.length === 0 ? [] : indented(`not known: ${briefly(unknown)}`, 6, width).map(paint.dim),
    improvements.length === 0 ? [] : indented(`better with: ${briefly(improvements)}`, 6, width).map(paint.dim),
  ];
  return [...head, ...rows.flat()];
}

/** What is lacked, as a list within a sentence. */
export function briefly(lacks: readonly LackJson[]): string {
  return lacks.map(({ what }) => `${what.charAt(0).toLowerCase()}${what.slice(1)}`).join('; ');
}

function lackText({ what, why, at }: LackJson): string {
  return printable(`${what}: ${why}${at === null ? '' : ` ${placeText(at)}`}`);
}

function nextLines({ next, rungs }: RoadServiceJson, { paint, width }: Page): string[] {
  if (next === null) {
    const isOpen = rungs.some(({ state }) => state === 'unknown');
    return [
      `  ${paint.green('→')} ${isOpen ? 'nothing is known to be missing' : 'nothing is missing: all five rungs are reached'}`,
    ];
  }
  const at = next.at === null ? '' : ` ${placeText(next.at)}`;
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
      return indented(
        printable(`${services}: ${first.message}${at === undefined ? '' : ` ${placeText(at)}`}`),
        2,
        width,
      );
    }),
    '',
  ];
}

function indented(text: string, by: number, width: number): string[] {
  return wrap(text, width - by).map((line) => `${' '.repeat(by)}${line}`);
}
