// https://developer.hashicorp.com/terraform/language/functions/format
import type { Value } from '../../model/value.ts';
import { joined, list, literal, longestText } from '../make.ts';
import { numberOf, settled, textOf } from '../settled.ts';
import type { CallPlace } from './function.ts';

const verb =
  /%(?<flags>[-+ 0#]*)(?<width>\d{1,4})?(?:\.(?<precision>\d{1,3}))?(?:\[(?<index>\d{1,4})\])?(?<verb>[a-zA-Z%])/g;

/** `format`: plain verbs keep what is not known as a part of the text; verbs with a width need all of it. */
export function formatted([pattern, ...values]: readonly Value[], call: CallPlace): Value | undefined {
  const text = pattern && textOf(pattern, call.evaluation);
  if (text === undefined) return undefined;
  const parts: Value[] = [];
  let done = 0;
  let next = 0;
  for (const match of text.matchAll(verb)) {
    parts.push(literal(text.slice(done, match.index), call.place));
    done = match.index + match[0].length;
    if (match.groups?.['verb'] === '%') {
      parts.push(literal('%', call.place));
      continue;
    }
    const index = match.groups?.['index'];
    if (index !== undefined) next = Number(index) - 1;
    const value = values[next++];
    const part = value && written(value, match.groups ?? {}, call);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  return joined([...parts, literal(text.slice(done), call.place)], call.place);
}

/** `formatlist`: the format of each item, where lists go side by side and anything else stays the same. */
export function formattedList([pattern, ...values]: readonly Value[], call: CallPlace): Value | undefined {
  if (pattern === undefined) return undefined;
  const columns = values.map((value) => {
    const found = settled(value, call.evaluation);
    return found.kind === 'list' ? found.items : found.kind === 'unknown' ? undefined : value;
  });
  const lengths = columns.flatMap((column) => (Array.isArray(column) ? [column.length] : []));
  if (columns.includes(undefined) || lengths.length === 0) return undefined;
  const rows: Value[] = [];
  for (let row = 0; row < Math.min(...lengths); row++) {
    const cells = columns.flatMap((column) =>
      Array.isArray(column) ? (column[row] ?? []) : (column ?? []),
    ) as Value[];
    const rest = cells.find((cell) => cell.kind === 'unknown' && cell.many === true);
    const text = rest ?? formatted([pattern, ...cells], call);
    if (text === undefined || !call.evaluation.spend(1)) return undefined;
    rows.push(text);
  }
  return list(rows, call.place);
}

function written(
  value: Value,
  groups: Record<string, string | undefined>,
  { place, evaluation }: CallPlace,
): Value | undefined {
  const { flags = '', width, precision, verb: letter } = groups;
  const plain = flags === '' && width === undefined && precision === undefined;
  if (plain && (letter === 's' || letter === 'v' || letter === 'd')) return value;
  if (letter === 'q') {
    const text = textOf(value, evaluation);
    return text === undefined ? undefined : literal(JSON.stringify(text), place);
  }
  const text =
    letter === 's' || letter === 'v'
      ? textOf(value, evaluation)
      : ofNumber(letter, precision, numberOf(value, evaluation));
  if (text === undefined || text.length + Number(width ?? 0) > longestText) return undefined;
  const size = Number(width ?? 0);
  if (flags.includes('-')) return literal(text.padEnd(size), place);
  return literal(text.padStart(size, flags.includes('0') ? '0' : ' '), place);
}

function ofNumber(
  letter: string | undefined,
  precision: string | undefined,
  number: number | undefined,
): string | undefined {
  if (number === undefined) return undefined;
  switch (letter) {
    case 'd':
      return String(Math.trunc(number));
    case 'f':
      return number.toFixed(Number(precision ?? 6));
    case 'x':
      return Math.trunc(number).toString(16);
    default:
      return undefined;
  }
}
