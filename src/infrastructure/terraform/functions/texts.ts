// https://developer.hashicorp.com/terraform/language/functions#string-functions
import type { Value } from '../../model/value.ts';
import { joined, list, literal, longestText, unknown } from '../make.ts';
import { itemsOf, numberOf, settled, textOf } from '../settled.ts';
import { formatted, formattedList } from './format.ts';
import type { CallPlace, FunctionTable, TerraformFunction } from './function.ts';

/** A function of texts alone: known where all are. */
function ofTexts(compute: (...texts: string[]) => string | boolean | string[] | undefined): TerraformFunction {
  return (values, { place, evaluation }) => {
    const texts = values.map((value) => textOf(value, evaluation));
    if (texts.length === 0 || texts.includes(undefined)) return undefined;
    const result = compute(...(texts as string[]));
    if (result === undefined) return undefined;
    return Array.isArray(result)
      ? list(
          result.map((text) => literal(text, place)),
          place,
        )
      : literal(result, place);
  };
}

/** A function that changes the letters of a text but keeps what it refers to. */
function ofParts(compute: (text: string) => string): TerraformFunction {
  return (values, { place, evaluation }) => {
    const [value] = values;
    if (value === undefined) return undefined;
    const text = textOf(value, evaluation);
    if (text !== undefined) return literal(compute(text), place);
    const found = settled(value, evaluation);
    if (found.kind === 'reference' || found.kind === 'parameter') return found;
    if (found.kind !== 'joined') return undefined;
    const parts = found.parts.map((part) => (part.kind === 'literal' ? literal(compute(part.text), place) : part));
    return joined(parts, place);
  };
}

function join([separator, ...lists]: readonly Value[], { place, text, evaluation }: CallPlace): Value | undefined {
  const glue = separator && textOf(separator, evaluation);
  const parts: Value[] = [];
  if (glue === undefined) return undefined;
  for (const given of lists) {
    const items = itemsOf(given, evaluation);
    if (items === undefined) return undefined;
    const more = items.rest === undefined ? [] : [{ value: unknown('dynamic-value', text, place) }];
    for (const { value } of [...items.items, ...more]) {
      if (!evaluation.spend(1)) return undefined;
      if (parts.length > 0 && glue !== '') parts.push(literal(glue, place));
      parts.push(value);
    }
  }
  return joined(parts, place);
}

function split([separator, text]: readonly Value[], { place, evaluation }: CallPlace): Value | undefined {
  const glue = separator && textOf(separator, evaluation);
  const whole = text && textOf(text, evaluation);
  if (glue === undefined || whole === undefined) return undefined;
  const parts = whole === '' ? [] : whole.split(glue);
  if (!evaluation.spend(parts.length)) return undefined;
  return list(
    parts.map((part) => literal(part, place)),
    place,
  );
}

function substr([text, from, length]: readonly Value[], { place, evaluation }: CallPlace): Value | undefined {
  const whole = text && textOf(text, evaluation);
  const start = from && numberOf(from, evaluation);
  const count = length && numberOf(length, evaluation);
  if (whole === undefined || start === undefined || count === undefined) return undefined;
  const begin = start < 0 ? Math.max(0, whole.length + start) : start;
  return literal(count < 0 ? whole.slice(begin) : whole.slice(begin, begin + count), place);
}

/** Patterns of RE2 in slashes are left alone: they differ from ours, and can be slow here. */
function replace(whole: string, part = '', by = ''): string | undefined {
  if (part.length > 1 && part.startsWith('/') && part.endsWith('/')) return undefined;
  if (part === '') return undefined;
  const pieces = whole.split(part);
  return whole.length + pieces.length * by.length > longestText ? undefined : pieces.join(by);
}

function withoutEnds(text: string, letters: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && letters.includes(text[from] ?? '')) from++;
  while (to > from && letters.includes(text[to - 1] ?? '')) to--;
  return text.slice(from, to);
}

function titled(text: string): string {
  return text.replaceAll(/(^|\s)\S/g, (letter) => letter.toUpperCase());
}

export const texts: FunctionTable = {
  chomp: ofTexts((text) => text.replace(/[\r\n]+$/, '')),
  endswith: ofTexts((text, end = '') => text.endsWith(end)),
  format: formatted,
  formatlist: formattedList,
  indent: ([spaces, text], { place, evaluation }) => {
    const count = spaces && numberOf(spaces, evaluation);
    const whole = text && textOf(text, evaluation);
    if (count === undefined || whole === undefined || count < 0 || count > 1000) return undefined;
    const lines = whole.split('\n');
    if (!evaluation.spend(lines.length) || whole.length + lines.length * count > longestText) return undefined;
    return literal(lines.join(`\n${' '.repeat(count)}`), place);
  },
  join,
  lower: ofParts((text) => text.toLowerCase()),
  replace: ofTexts(replace),
  split,
  startswith: ofTexts((text, start = '') => text.startsWith(start)),
  strcontains: ofTexts((text, part = '') => text.includes(part)),
  strrev: ofTexts((text) => [...text].reverse().join('')),
  substr,
  title: ofParts(titled),
  trim: ofTexts((text, letters = '') => withoutEnds(text, letters)),
  trimprefix: ofTexts((text, start = '') => (start !== '' && text.startsWith(start) ? text.slice(start.length) : text)),
  trimspace: ofTexts((text) => text.trim()),
  trimsuffix: ofTexts((text, end = '') => (end !== '' && text.endsWith(end) ? text.slice(0, -end.length) : text)),
  upper: ofParts((text) => text.toUpperCase()),
};
