// https://pip.pypa.io/en/stable/reference/requirements-file-format/
import type { Place } from '../../evidence/place.ts';
import type { Draft } from '../draft.ts';
import { Cursor } from '../requirement/cursor.ts';
import { dependencyAt, dependencyOf } from '../requirement/dependency.ts';
import { isPathLike, isUrl } from '../requirement/link.ts';
import { readMarker } from '../requirement/marker.ts';
import { parseRequirement } from '../requirement/requirement.ts';
import { includePath } from './include-path.ts';
import type { LogicalLine } from './logical-lines.ts';
import { type LineOption, readOptions } from './options.ts';
import { shellWords } from './shell-words.ts';

/** Reads one line into the draft: a requirement with its options, or options that stand alone. */
export function extractLine(line: LogicalLine, draft: Draft): void {
  const place = draft.place(line.at(0), line.at(line.text.length));
  const optionStart = startOfOptions(line.text);
  const words = shellWords(line.text.slice(optionStart));
  if (words === undefined) draft.fault(place, 'a quote or a backslash is left open in the options');
  const { options, faults } = readOptions(words ?? []);
  for (const message of faults) draft.fault(place, message);
  const requirement = line.text.slice(0, optionStart).trim();
  const editable = options.find((option) => option.name === 'editable')?.value;
  if (requirement !== '') extractRequirement(requirement, line, place, countHashes(options, place, draft), draft);
  else if (editable) draft.add(dependencyAt(editable, { place }));
  else extractOptions(options, place, draft);
}

/** Options begin at the first word that begins with `-`; words are parted by single spaces there. */
function startOfOptions(text: string): number {
  if (text.startsWith('-')) return 0;
  const at = text.indexOf(' -');
  return at < 0 ? text.length : at + 1;
}

function countHashes(options: readonly LineOption[], place: Place, draft: Draft): number {
  const hashes = options.filter((option) => option.name === 'hash');
  const good = hashes.filter(({ value }) => /^sha(?:256|384|512):./.test(value ?? ''));
  if (good.length < hashes.length) draft.fault(place, '--hash takes sha256:…, sha384:… or sha512:…');
  return good.length;
}

function extractRequirement(text: string, line: LogicalLine, place: Place, hashes: number, draft: Draft): void {
  if (isUrl(text) || isPathLike(text.split(';', 1)[0]?.trim() ?? '')) {
    extractAddress(text, place, hashes, draft);
    return;
  }
  const { requirement, fault } = parseRequirement(text);
  if (fault !== null) {
    const start = line.at(fault.offset);
    draft.fault(draft.place(start, Math.max(start, line.at(text.length))), fault.message);
  }
  if (requirement !== null) draft.add(dependencyOf(requirement, { place, hashes }));
}

/** A URL or path, with a marker after `;` (after `; ` in a URL, which may hold a `;` itself). */
function extractAddress(text: string, place: Place, hashes: number, draft: Draft): void {
  const separator = isUrl(text) ? '; ' : ';';
  const at = text.indexOf(separator);
  const address = at < 0 ? text : text.slice(0, at).trim();
  const marker = at < 0 ? '' : text.slice(at + separator.length).trim();
  const cursor = new Cursor(marker);
  const tree = marker === '' ? null : readMarker(cursor);
  cursor.skipSpace();
  if (typeof tree === 'string') draft.fault(place, tree);
  else if (!cursor.atEnd) draft.fault(place, 'unexpected text after the marker');
  draft.add(dependencyAt(address, { place, hashes }, marker === '' ? null : marker));
}

function extractOptions(options: readonly LineOption[], place: Place, draft: Draft): void {
  for (const { name, value } of options) draft.addOption({ name, value, place });
  // pip follows one include per line, `-r` before `-c`.
  const include =
    options.find((option) => option.name === 'requirement') ?? options.find((option) => option.name === 'constraint');
  if (include === undefined || include.value === null) return;
  const found = includePath(draft.file, include.value);
  if (found.ok) draft.includes.push(found.path);
  else draft.fault(place, found.message);
}
