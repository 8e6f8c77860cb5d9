import { type LibraryForm, libraryText } from '../../catalogue/libraries/library-argument.ts';
import { constant, stringOf, unknown } from '../../python/values/make.ts';
import { concatenate } from '../../python/values/text.ts';
import { members, nothing, overMembers, union } from '../../python/values/union.ts';
import type { Value } from '../../python/values/value.ts';

/**
 * A part of an argument's text by a form: the bucket of `s3://bucket/key`. Parts that are not constant stay what they are:
 * of `f's3://{BUCKET}/a'` the bucket is BUCKET. `nothing` for a text that has no such part; unknown for what is no text.
 */
export function partOfText(form: LibraryForm | undefined, value: Value): Value {
  if (form === undefined) return value;
  return overMembers(value, (member) => {
    const text = stringOf(member);
    if (text !== undefined) return ofParts(form, [text]);
    return member.kind === 'text' ? ofParts(form, member.parts) : unknown('dynamic-value');
  });
}

/** Parts that are no constants are marked by their number, between characters that stand in no address. */
function ofParts(form: LibraryForm, parts: readonly (string | Value)[]): Value {
  const marked = parts.map((part, index) => (typeof part === 'string' ? part.replaceAll('\0', '') : `\0${index}\0`));
  const text = libraryText(form, marked.join(''));
  if (text === undefined) return nothing;
  const pieces = text.split('\0').map((piece, index) => {
    const part = index % 2 === 1 ? parts[Number(piece)] : undefined;
    return part === undefined || typeof part === 'string' ? constant(piece) : part;
  });
  return concatenate(pieces);
}

/**
 * Whether the text of an argument begins with one of some words; undefined if it cannot be told of any alternative. One
 * alternative that does is enough.
 */
export function beginsWith(value: Value, words: readonly string[]): boolean | undefined {
  const answers = new Set(members(value).map((member) => begins(member, words)));
  if (answers.has(true)) return true;
  return answers.has(undefined) ? undefined : false;
}

/** The alternatives of a value that begin with one of some words, or of which it cannot be told. */
export function thoseThatBegin(value: Value, words: readonly string[]): Value {
  return union(members(value).filter((member) => begins(member, words) !== false));
}

function begins(value: Value, words: readonly string[]): boolean | undefined {
  const text = stringOf(value);
  if (text !== undefined) return words.some((word) => text.startsWith(word));
  if (value.kind === 'constant') return false;
  if (value.kind === 'environment' && value.fallback !== null) return beginsWith(value.fallback, words) || undefined;
  const [first] = value.kind === 'text' ? value.parts : [];
  if (typeof first !== 'string') return undefined;
  if (words.some((word) => first.startsWith(word))) return true;
  return words.some((word) => word.startsWith(first)) ? undefined : false;
}
