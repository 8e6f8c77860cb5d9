// https://packaging.python.org/en/latest/specifications/dependency-specifiers/#environment-markers
import type { Cursor } from './cursor.ts';

/** The variables of an environment marker. */
export const markerVariables = [
  'python_version',
  'python_full_version',
  'os_name',
  'sys_platform',
  'platform_machine',
  'platform_python_implementation',
  'platform_release',
  'platform_system',
  'platform_version',
  'implementation_name',
  'implementation_version',
  'extra',
  'extras',
  'dependency_groups',
] as const;
export type MarkerVariable = (typeof markerVariables)[number];

/** One side of a comparison. */
export type MarkerOperand = { readonly variable: MarkerVariable } | { readonly literal: string };

/** An environment marker, read. */
export type Marker =
  | { readonly kind: 'compare'; readonly left: MarkerOperand; readonly operator: string; readonly right: MarkerOperand }
  | { readonly kind: 'and' | 'or'; readonly terms: readonly Marker[] };

const deepest = 100;
const older: ReadonlyMap<string, MarkerVariable> = new Map([
  ['os.name', 'os_name'],
  ['sys.platform', 'sys_platform'],
  ['platform.version', 'platform_version'],
  ['platform.machine', 'platform_machine'],
  ['platform.python_implementation', 'platform_python_implementation'],
  ['python_implementation', 'platform_python_implementation'],
]);

/** Reads a marker where the cursor stands; a text says what is wrong at the cursor's place. */
export function readMarker(cursor: Cursor, depth = 0): Marker | string {
  return readJoined(cursor, 'or', () => readJoined(cursor, 'and', () => readAtom(cursor, depth)));
}

function readJoined(cursor: Cursor, word: 'and' | 'or', read: () => Marker | string): Marker | string {
  const terms: Marker[] = [];
  const keyword = word === 'and' ? /and\b/y : /or\b/y;
  do {
    const term = read();
    if (typeof term === 'string') return term;
    terms.push(term);
    cursor.skipSpace();
  } while (cursor.take(keyword) !== undefined);
  const [only] = terms;
  return terms.length === 1 && only !== undefined ? only : { kind: word, terms };
}

function readAtom(cursor: Cursor, depth: number): Marker | string {
  cursor.skipSpace();
  if (!cursor.accept('(')) return readComparison(cursor);
  if (depth >= deepest) return `marker nested deeper than ${deepest} parentheses`;
  const inner = readMarker(cursor, depth + 1);
  if (typeof inner === 'string') return inner;
  cursor.skipSpace();
  return cursor.accept(')') ? inner : 'expected ) in the marker';
}

function readComparison(cursor: Cursor): Marker | string {
  const left = readOperand(cursor);
  if (typeof left === 'string') return left;
  cursor.skipSpace();
  const operator = cursor.take(/===|==|~=|!=|<=|>=|<|>|in\b|not[ \t]+in\b/y);
  if (operator === undefined) return 'expected an operator in the marker: <=, <, !=, ==, >=, >, ~=, ===, in, not in';
  cursor.skipSpace();
  const right = readOperand(cursor);
  if (typeof right === 'string') return right;
  return { kind: 'compare', left, operator: operator.startsWith('not') ? 'not in' : operator, right };
}

function readOperand(cursor: Cursor): MarkerOperand | string {
  const quoted = cursor.take(/'[^']*'|"[^"]*"/y);
  if (quoted !== undefined) return { literal: quoted.slice(1, -1) };
  const start = cursor.offset;
  const word = cursor.take(/[a-z_]+(?:\.[a-z_]+)?/y) ?? '';
  const variable = older.get(word) ?? markerVariables.find((name) => name === word);
  if (variable !== undefined) return { variable };
  cursor.offset = start;
  return 'expected a marker variable or a quoted text';
}
