// https://docs.python.org/3/library/stdtypes.html#string-methods on strings that are known to the letter.

type Argument = string | number | boolean | null;
type Exact = (text: string, ...given: (Argument | undefined)[]) => string | number | boolean | string[] | undefined;

/** A method, and the names of its parameters where they can be passed by name. */
export interface ExactMethod {
  readonly apply: Exact;
  readonly parameters: readonly string[];
  /** It gives a tuple where it gives several strings. */
  readonly tuple: boolean;
}

/** Python's white space and ends of lines; they are not JavaScript's. */
const blanks = new Set(
  '\t\n\v\f\r\x1C\x1D\x1E\x1F \x85\xA0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000',
);
const lineEnds = new Set('\n\v\f\r\x1C\x1D\x1E\x85\u2028\u2029');

/** What the methods give; undefined where it is not worth knowing, or Python would refuse. */
const methods: Readonly<Record<string, Exact>> = {
  strip: (text, characters) => stripped(text, characters, true, true),
  lstrip: (text, characters) => stripped(text, characters, true, false),
  rstrip: (text, characters) => stripped(text, characters, false, true),
  lower: (text) => ascii(text)?.toLowerCase(),
  casefold: (text) => ascii(text)?.toLowerCase(),
  upper: (text) => ascii(text)?.toUpperCase(),
  capitalize: (text) => ascii(text)?.replace(/^[a-z]|(?!^)[A-Z]/g, otherCase),
  swapcase: (text) => ascii(text)?.replace(/[a-zA-Z]/g, otherCase),
  title: (text) =>
    ascii(text)?.replace(/[a-zA-Z]+/g, (word) => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase()),
  removeprefix: (text, prefix) =>
    isString(prefix) ? (text.startsWith(prefix) ? text.slice(prefix.length) : text) : undefined,
  removesuffix: (text, suffix) =>
    isString(suffix) ? (suffix !== '' && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text) : undefined,
  startswith: (text, prefix) => (isString(prefix) ? text.startsWith(prefix) : undefined),
  endswith: (text, suffix) => (isString(suffix) ? text.endsWith(suffix) : undefined),
  replace,
  split: (text, separator, most) => split(text, separator, most),
  rsplit: (text, separator, most) => {
    const parts = split(reverse(text), isString(separator) ? reverse(separator) : separator, most);
    return parts?.map(reverse).reverse();
  },
  splitlines: (text, keep) => lines(text, keep === true),
  partition: (text, separator) =>
    isString(separator) ? partition(text, separator, text.indexOf(separator)) : undefined,
  rpartition: (text, separator) => {
    if (!isString(separator)) return undefined;
    const at = text.lastIndexOf(separator);
    return at < 0 ? ['', '', text] : partition(text, separator, at);
  },
  zfill: (text, width) => {
    const sign = /^[+-]?/.exec(text)?.[0] ?? '';
    return isWidth(width) ? sign + text.slice(sign.length).padStart(width - sign.length, '0') : undefined;
  },
  ljust: (text, width, fill) => (isWidth(width) ? text.padEnd(width, isString(fill) ? fill : ' ') : undefined),
  rjust: (text, width, fill) => (isWidth(width) ? text.padStart(width, isString(fill) ? fill : ' ') : undefined),
  find: (text, part) => (isString(part) ? text.indexOf(part) : undefined),
  rfind: (text, part) => (isString(part) ? text.lastIndexOf(part) : undefined),
  count: (text, part) => (isString(part) && part !== '' ? text.split(part).length - 1 : undefined),
  isdigit: (text) => (ascii(text) === undefined ? undefined : /^[0-9]+$/.test(text)),
  isidentifier: (text) => (ascii(text) === undefined ? undefined : /^[a-zA-Z_]\w*$/.test(text)),
};

const parameters: Readonly<Record<string, readonly string[]>> = {
  split: ['sep', 'maxsplit'],
  rsplit: ['sep', 'maxsplit'],
  splitlines: ['keepends'],
};

const tuples = new Set(['partition', 'rpartition']);

const table = new Map(
  Object.entries(methods).map(([name, apply]): [string, ExactMethod] => [
    name,
    { apply, parameters: parameters[name] ?? [], tuple: tuples.has(name) },
  ]),
);

/** A method of strings by its name; undefined if it is none of those followed. */
export function exactMethod(name: string): ExactMethod | undefined {
  return table.get(name);
}

const longest = 4096;
const isString = (value: Argument | undefined): value is string => typeof value === 'string';
const isWidth = (value: Argument | undefined): value is number => typeof value === 'number' && value <= longest;
const isNothing = (value: Argument | undefined): value is null | undefined => value === undefined || value === null;
const reverse = (text: string): string => [...text].reverse().join('');
const otherCase = (letter: string): string => (letter < 'a' ? letter.toLowerCase() : letter.toUpperCase());

/** The text if it is ASCII: elsewhere the two languages differ in what is upper and lower. */
function ascii(text: string): string | undefined {
  return /^\p{ASCII}*$/u.test(text) ? text : undefined;
}

function stripped(text: string, characters: Argument | undefined, left: boolean, right: boolean): string | undefined {
  if (!isNothing(characters) && !isString(characters)) return undefined;
  const drops = isString(characters) ? new Set(characters) : blanks;
  let from = 0;
  let to = text.length;
  if (left) while (from < to && drops.has(text.charAt(from))) from++;
  if (right) while (to > from && drops.has(text.charAt(to - 1))) to--;
  return text.slice(from, to);
}

function replace(text: string, old?: Argument, by?: Argument, most?: Argument): string | undefined {
  if (!isString(old) || !isString(by) || old === '' || (!isNothing(most) && typeof most !== 'number')) return undefined;
  const parts = split(text, old, most);
  if (parts === undefined || parts.length * by.length > longest) return undefined;
  return parts.join(by);
}

function split(text: string, separator?: Argument, most?: Argument): string[] | undefined {
  const limit = typeof most === 'number' && most >= 0 ? most : Number.POSITIVE_INFINITY;
  if (isNothing(separator)) return words(text, limit);
  if (!isString(separator) || separator === '') return undefined;
  const parts = text.split(separator);
  return parts.length <= limit + 1 ? parts : [...parts.slice(0, limit), parts.slice(limit).join(separator)];
}

/** The words between white space; the last takes the rest where there are more. */
function words(text: string, limit: number): string[] {
  const found: string[] = [];
  let at = 0;
  for (;;) {
    while (at < text.length && blanks.has(text.charAt(at))) at++;
    if (at >= text.length) return found;
    if (found.length >= limit) return [...found, text.slice(at)];
    const from = at;
    while (at < text.length && !blanks.has(text.charAt(at))) at++;
    found.push(text.slice(from, at));
  }
}

function lines(text: string, keepEnds: boolean): string[] {
  const found: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (!lineEnds.has(text.charAt(at))) continue;
    const end = text.startsWith('\r\n', at) ? at + 2 : at + 1;
    found.push(text.slice(from, keepEnds ? end : at));
    from = end;
    at = end - 1;
  }
  if (from < text.length) found.push(text.slice(from));
  return found;
}

function partition(text: string, separator: string, at: number): string[] | undefined {
  if (separator === '') return undefined;
  return at < 0 ? [text, '', ''] : [text.slice(0, at), separator, text.slice(at + separator.length)];
}
