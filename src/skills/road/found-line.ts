import { type Evidence, evidence } from '../../evidence/evidence.ts';
import { startOf } from '../../evidence/place.ts';
import type { Standing } from './standing.ts';

/** The line of a file at which a part of its text begins, as evidence with that line's text. */
export function foundLine(file: string, text: string, part: string): Evidence {
  const start = Math.max(0, text.indexOf(part));
  const before = text.slice(0, start);
  const line = before.split('\n').length;
  const from = before.lastIndexOf('\n') + 1;
  const [whole = ''] = text.slice(from).split(/\r?\n/, 1);
  return evidence({ file, line, column: start - from + 1, endLine: line, endColumn: whole.length + 1 }, whole.trim());
}

/** The first place at which the code of a service holds one of some texts: a guess, since a text may stand for anything; undefined for none. */
export function heldLine(
  standing: Standing,
  texts: readonly string[],
  packages?: readonly string[],
): Evidence | undefined {
  const file = standing.holding(texts, packages);
  if (file === undefined) return undefined;
  const text = standing.text(file);
  const held = text === null ? undefined : texts.find((one) => text.includes(one));
  return text === null || held === undefined
    ? evidence(startOf(file), file, 'guessed')
    : { ...foundLine(file, text, held), how: 'guessed' };
}

/** The shortest name that a text may be searched for: shorter ones stand in everything. */
const shortest = 3;

/** True where a text holds a name as a word: `contacts` is in `contacts:8080` and in `app="contacts"`, and not in `contacts-db`. */
export function holdsName(text: string, name: string): boolean {
  if (name.length < shortest) return false;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (!/[\w-]/.test(`${text[at - 1] ?? ' '}${text[at + name.length] ?? ' '}`)) return true;
  return false;
}
