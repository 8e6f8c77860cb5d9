// https://docs.python.org/3/library/string.html#template-strings-strings
import type { CallArguments, Evaluation } from '../../model-provider.ts';
import { constant, stringOf, unknown } from '../../values/make.ts';
import { concatenate } from '../../values/text.ts';
import type { Value } from '../../values/value.ts';
import { type Callables, withMethods } from '../model.ts';

const placeholder = /\$(?:(?<escaped>\$)|(?<named>[_a-zA-Z]\w*)|\{(?<braced>[_a-zA-Z]\w*)\})/g;
const longestTemplate = 4096;

/** `Template(text)` and its methods. */
export const stringTemplates: Callables = {
  'string.Template': {
    call: (call) => {
      const template = call.get(0, 'template') ?? unknown('dynamic-value');
      const substitute = { call: (later: CallArguments, e: Evaluation) => substituted(template, later, e) };
      return withMethods(`template(${template.key})`, { substitute, safe_substitute: substitute });
    },
  },
};

/** The text with the values in it: those given by name before those of the mapping. */
function substituted(template: Value, call: CallArguments, e: Evaluation): Value {
  const text = stringOf(template);
  if (text === undefined) return unknown('dynamic-value');
  if (text.length > longestTemplate) return unknown('bound-reached');
  const mapping = call.positional(0);
  const parts: Value[] = [];
  let at = 0;
  for (const match of text.matchAll(placeholder)) {
    parts.push(constant(text.slice(at, match.index)));
    at = match.index + match[0].length;
    const name = match.groups?.['named'] ?? match.groups?.['braced'];
    if (name === undefined) parts.push(constant('$'));
    else parts.push(call.keyword(name) ?? (mapping && e.item(mapping, constant(name))) ?? unknown('dynamic-value'));
  }
  return concatenate([...parts, constant(text.slice(at))]);
}
