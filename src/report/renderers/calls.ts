import { byCodeUnits } from '../../evidence/order.ts';
import type { CallsDocument, FoundCall } from '../documents/calls.ts';
import { counted, listed, printable, wrap } from '../text.ts';
import { markdownCode, markdownText } from './markdown-text.ts';
import type { PageOptions } from './page-options.ts';
import { type Paint, painter } from './paint.ts';
import { markdownTable } from './table.ts';

/** Places of one operation, and unresolved calls, that are shown before the rest is counted. */
const fewPlaces = 4;
const fewUnresolved = 10;
const fewUnreadable = 3;

/** The calls that were found, for a terminal: by service and operation, then what could not be resolved, then a count. */
export function renderCalls(document: CallsDocument, options: PageOptions): string {
  const paint = painter(options.color);
  const width = Math.max(40, options.width);
  const lines: string[] = [];
  const shown = options.all ? document.calls : document.calls.filter(({ test }) => !test);
  if (!options.quiet) {
    for (const [service, calls] of groups(shown, ({ cloud, service }) => `${cloud} ${service}`)) {
      lines.push(paint.bold(printable(service)), ...operationLines(calls, width, options.all, paint), '');
    }
    if (shown.some(({ certainty }) => certainty === 'guessed'))
      lines.push(...paragraph('? guessed: the receiver is not known; names alone say what it is.', width), '');
    lines.push(
      ...unresolvedLines(document, options.all, width, paint),
      ...unreadableLines(document, options.all, width),
    );
  }
  lines.push(...paragraph(summaryOf(document, options.all), width));
  return `${lines.join('\n')}\n`;
}

/** The same as Markdown, complete. */
export function renderCallsMarkdown(document: CallsDocument): string {
  const lines = ['# SDK calls', '', markdownText(summaryOf(document, true)), ''];
  for (const [service, calls] of groups(document.calls, ({ cloud, service }) => `${cloud} ${service}`)) {
    const rows = calls.map((call) => [
      markdownCode(call.operation),
      markdownCode(placeOf(call)),
      remarksOf(call).map(markdownText).join('; '),
    ]);
    lines.push(`## ${markdownText(service)}`, '', ...markdownTable(['Operation', 'Place', 'Remarks'], rows), '');
  }
  if (document.unresolved.length > 0) {
    lines.push('## Not resolved', '');
    for (const { file, line, text, reason } of document.unresolved)
      lines.push(`- ${markdownCode(`${file}:${line}`)} ${markdownCode(text)}: ${words(reason)}`);
    lines.push('');
  }
  if (document.unreadable.length > 0) {
    lines.push('## Could not be read', '');
    for (const { file, line, reason } of document.unreadable)
      lines.push(`- ${markdownCode(`${file}:${line}`)} ${markdownText(reason)}`);
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function groups<Item>(items: readonly Item[], name: (item: Item) => string): [string, Item[]][] {
  return [...Map.groupBy(items, name)].sort(([a], [b]) => byCodeUnits(a, b));
}

/** One row for each operation: its name, and where it is called; below the name where a place does not fit beside it. */
function operationLines(calls: readonly FoundCall[], width: number, all: boolean, paint: Paint): string[] {
  const operations = groups(calls, ({ operation }) => printable(operation)).map(([operation, found]) => ({
    name: `  ${operation}`,
    places: folded([...new Set(found.map(markedPlace))], all),
  }));
  const beside = Math.max(...operations.map(({ name }) => name.length)) + 2;
  const longest = Math.max(...operations.flatMap(({ places }) => places.map((place) => place.length + 1)));
  const fits = beside + longest <= width;
  const indent = fits ? beside : 6;
  return operations.flatMap(({ name, places }) => {
    const lines = fill(places, width - indent).map((line) => ' '.repeat(indent) + line);
    const [first = '', ...more] = lines;
    const rows = fits ? [name.padEnd(indent) + first.slice(indent), ...more] : [name, ...lines];
    return rows.map((line) => line.replaceAll('? ', `${paint.yellow('?')} `));
  });
}

/** The first places and how many more there are; all of them if they are wanted, or if only one would be left out. */
function folded(places: readonly string[], all: boolean): string[] {
  if (all || places.length <= fewPlaces + 1) return [...places];
  return [...places.slice(0, fewPlaces), `and ${places.length - fewPlaces} more`];
}

/** A place with what makes it special. */
function markedPlace(call: FoundCall): string {
  const through = call.through === null ? '' : ` (${call.through.split(':')[0]})`;
  return printable(`${call.certainty === 'guessed' ? '? ' : ''}${placeOf(call)}${through}${call.test ? ' test' : ''}`);
}

function placeOf({ file, line }: { file: string; line: number }): string {
  return `${file}:${line}`;
}

/** Items with commas, as many in each line as fit. */
function fill(items: readonly string[], width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const [index, item] of items.entries()) {
    const text = index + 1 < items.length ? `${item},` : item;
    if (line !== '' && line.length + 1 + text.length > width) {
      lines.push(line);
      line = text;
    } else line = line === '' ? text : `${line} ${text}`;
  }
  return [...lines, line];
}

function unresolvedLines({ unresolved }: CallsDocument, all: boolean, width: number, paint: Paint): string[] {
  const open = all ? unresolved : unresolved.filter(({ test }) => !test);
  if (open.length === 0) return [];
  const listed = all ? open : open.slice(0, fewUnresolved);
  const rest = open.length - listed.length;
  const lines = listed.flatMap((call) => {
    const [place, what] = [`  ${printable(placeOf(call))}`, printable(`${call.text}: ${words(call.reason)}`)];
    if (place.length + 1 + what.length <= width) return [`${place} ${what}`];
    return [place, ...wrap(what, width - 6).map((line) => `      ${line}`)];
  });
  return [paint.bold('Not resolved'), ...lines, ...(rest > 0 ? [`  and ${rest} more (--all shows them)`] : []), ''];
}

function unreadableLines({ unreadable }: CallsDocument, all: boolean, width: number): string[] {
  if (unreadable.length === 0) return [];
  const listed = all ? unreadable : unreadable.slice(0, fewUnreadable);
  const rest = unreadable.length - listed.length;
  const lines = listed.flatMap((fault) => paragraph(`${placeOf(fault)} could not be read: ${fault.reason}`, width));
  return [...lines, ...(rest > 0 ? [`and ${counted(rest, 'more file')} that could not be read`] : []), ''];
}

/** What was found, in one sentence or two. */
function summaryOf({ calls, unresolved }: CallsDocument, all: boolean): string {
  const inCode = calls.filter(({ test }) => all || !test);
  const inTests = calls.length - inCode.length;
  const open = unresolved.filter(({ test }) => all || !test).length;
  const tests = inTests === 0 ? '' : ` ${counted(inTests, 'call')} in tests besides (--all shows them).`;
  const unknown = open === 0 ? '' : `${counted(open, 'call')} not resolved`;
  if (inCode.length === 0) return `No call of a cloud SDK found${unknown === '' ? '' : `; ${unknown}`}.${tests}`;
  const guessed = inCode.filter(({ certainty }) => certainty === 'guessed').length;
  const services = new Set(inCode.map(({ cloud, service }) => `${cloud} ${service}`)).size;
  const files = new Set(inCode.map(({ file }) => file)).size;
  const parts = [`${inCode.length - guessed} resolved`, ...(guessed > 0 ? [`${guessed} guessed`] : [])];
  const found = `${counted(inCode.length, 'call')} of ${counted(services, 'service')} in ${counted(files, 'file')}`;
  return `${found}: ${listed(parts)}${unknown === '' ? '' : `; ${unknown}`}.${tests}`;
}

function remarksOf({ through, certainty, why, identity, test }: FoundCall): string[] {
  return [
    ...(certainty === 'guessed' ? [`guessed: ${why ?? 'by name'}`] : []),
    ...(through === null ? [] : [`by ${through}`]),
    ...(identity.kind === 'service' ? [] : [words(identity.kind)]),
    ...(test ? ['test'] : []),
  ];
}

function words(reason: string): string {
  return reason.replaceAll('-', ' ');
}

function paragraph(text: string, width: number): string[] {
  return wrap(printable(text), width);
}
