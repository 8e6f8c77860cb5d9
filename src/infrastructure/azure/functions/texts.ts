// https://learn.microsoft.com/azure/azure-resource-manager/bicep/bicep-functions-string
import type { Value } from '../../model/value.ts';
import { joinedOf } from '../join.ts';
import { literalOf, settled, textIn, valueOf } from '../plain.ts';
import { type AzureFunction, type FunctionCall, ofTexts, pure, undetermined } from './call.ts';

const longestPadding = 1_000;

/** Functions of texts. Those that only join or change letters keep what is not known in its place. */
export const textFunctions: Readonly<Record<string, AzureFunction>> = {
  format,
  join: joinItems,
  string: inText((text) => text),
  toLower: inText((text) => text.toLowerCase()),
  toUpper: inText((text) => text.toUpperCase()),
  trim: ofTexts((text) => text.trim()),
  replace: ofTexts((text, from = '', to = '') => (from === '' ? text : text.replaceAll(from, () => to))),
  substring: ofTexts((text, start, length) =>
    text.substring(Number(start), length === undefined ? text.length : Number(start) + Number(length)),
  ),
  startsWith: ofTexts((text, part = '') => text.toLowerCase().startsWith(part.toLowerCase())),
  endsWith: ofTexts((text, part = '') => text.toLowerCase().endsWith(part.toLowerCase())),
  indexOf: ofTexts((text, part = '') => text.toLowerCase().indexOf(part.toLowerCase())),
  lastIndexOf: ofTexts((text, part = '') => text.toLowerCase().lastIndexOf(part.toLowerCase())),
  padLeft: ofTexts((text, length, filler = ' ') => text.padStart(Math.min(Number(length), longestPadding), filler)),
  split: pure(split),
  base64: ofTexts((text) => Buffer.from(text).toString('base64')),
  base64ToString: ofTexts((text) => Buffer.from(text, 'base64').toString()),
  uriComponent: ofTexts((text) => encodeURIComponent(text.toWellFormed())),
  uri,
  int: ofTexts((text) => (/^[+-]?\d{1,15}$/.test(text) ? Number(text) : undefined)),
  bool: ofTexts((text) => (text.toLowerCase() === 'true' ? true : text.toLowerCase() === 'false' ? false : undefined)),
};

/** An address below another; the part that is known stays where the other is not. */
function uri(call: FunctionCall): Value {
  const [base, relative] = call.values();
  if (base === undefined || relative === undefined) return undetermined(call);
  const [from, to] = [textIn(base), textIn(relative)];
  if (from === undefined || to === undefined) return joinedOf([base, literalOf('/', call.place), relative], call.place);
  const found = URL.parse(to, from);
  return found === null ? undetermined(call) : literalOf(found.href, call.place);
}

/** Changes the letters that are known and leaves the rest in its place. */
function inText(change: (text: string) => string): AzureFunction {
  return (call) => {
    const [value] = call.values();
    const found = value === undefined ? undefined : settled(value);
    if (found?.kind === 'literal') return literalOf(change(found.text), call.place);
    if (found?.kind === 'joined') {
      const parts = found.parts.map((part) => {
        const text = part.kind === 'parameter' ? undefined : textIn(part);
        return text === undefined ? part : literalOf(change(text), part.place);
      });
      return { kind: 'joined', parts, place: call.place };
    }
    return found !== undefined && found.kind !== 'list' && found.kind !== 'map' ? found : undetermined(call);
  };
}

function format(call: FunctionCall): Value {
  const [pattern, ...values] = call.values();
  const text = textIn(pattern);
  if (text === undefined) return undetermined(call);
  const parts = text.split(/\{(\d+)(?:[^{}]*)\}/).map((part, index): Value => {
    if (index % 2 === 0) return literalOf(part.replaceAll('{{', '{').replaceAll('}}', '}'), call.place);
    return values[Number(part)] ?? literalOf('', call.place);
  });
  return joinedOf(
    parts.filter((part) => part.kind !== 'literal' || part.text !== ''),
    call.place,
  );
}

function joinItems(call: FunctionCall): Value {
  const [list, separator] = call.values();
  const items = list === undefined ? undefined : settled(list);
  const glue = textIn(separator);
  if (items?.kind !== 'list' || glue === undefined) return undetermined(call);
  const parts = items.items.flatMap((item, index) => (index === 0 ? [item] : [literalOf(glue, call.place), item]));
  return parts.length === 0 ? valueOf('', call.place) : joinedOf(parts, call.place);
}

function split(text: unknown, separators: unknown): string[] | undefined {
  if (typeof text !== 'string') return undefined;
  const list = Array.isArray(separators) ? separators : [separators];
  return list.reduce<string[]>((parts, separator) => parts.flatMap((part) => part.split(String(separator))), [text]);
}
