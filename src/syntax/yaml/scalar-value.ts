// https://yaml.org/spec/1.2.2/#103-core-schema

const standard = '!!';
const standardLong = '!<tag:yaml.org,2002:';

const nulls = new Set(['', '~', 'null', 'Null', 'NULL']);
const booleans = new Map([
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['false', false],
  ['False', false],
  ['FALSE', false],
]);

/** What no text but a null, a boolean or a number begins with, or is: most texts are told by their first letter. */
const mayBeOther = /^(?:$|[~\d+.-]|[nN](?:ull|ULL)$|[tT](?:rue|RUE)$|[fF](?:alse|ALSE)$)/;
const number = /^[-+]?(?:\d+|(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?)$/;
const odd = /^(?:0o[0-7]+|0x[0-9a-fA-F]+)$/;
const special = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** What a plain scalar without a tag stands for: null, boolean, number or its text. */
export function plainValue(text: string): string | number | boolean | null {
  if (!mayBeOther.test(text)) return text;
  if (nulls.has(text)) return null;
  const boolean = booleans.get(text);
  if (boolean !== undefined) return boolean;
  if (number.test(text) || odd.test(text)) return Number(text);
  if (special.test(text)) return specialValue(text);
  return text;
}

function specialValue(text: string): number {
  if (text.startsWith('.n') || text.startsWith('.N')) return Number.NaN;
  return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

/** What a scalar stands for, its style and tag considered: `!!int "3"` is 3, `!Sub 3` and `"3"` are texts. */
export function scalarValue(text: string, plain: boolean, tag: string | null): string | number | boolean | null {
  if (tag === null) return plain ? plainValue(text) : text;
  const name = standardName(tag);
  return name === 'int' || name === 'float' || name === 'bool' || name === 'null' ? plainValue(text) : text;
}

function standardName(tag: string): string | undefined {
  if (tag.startsWith(standard)) return tag.slice(standard.length);
  return tag.startsWith(standardLong) ? tag.slice(standardLong.length, -1) : undefined;
}
