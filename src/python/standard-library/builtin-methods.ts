import type { CallArguments, Evaluation, IndirectCall, ModelProvider } from '../model-provider.ts';
import { unknown } from '../values/make.ts';
import type { Value } from '../values/value.ts';
import { mappingMethod } from './containers/mapping-methods.ts';
import { sequenceMethod } from './containers/sequence-methods.ts';
import { passing } from './passed-arguments.ts';
import { textMethod } from './text/text-methods.ts';

/** A method of a value of a built-in type, as the evaluator makes it. */
interface BoundName {
  readonly receiver: Value;
  readonly name: string;
}

/** The provider of the methods of strings, numbers, lists, dictionaries and the like. */
export const builtinMethods: ModelProvider = {
  name: 'builtins',
  imports: [],
  external: () => undefined,
  attribute: () => unknown('dynamic-value'),
  item: () => unknown('dynamic-value'),
  element: () => unknown('dynamic-value'),
  call: ({ data }, call, e) => result(data as BoundName, call, e) ?? unknown('dynamic-value'),
  calls: ({ data }, call, e) => sortKey(data as BoundName, call, e),
};

function result({ receiver, name }: BoundName, call: CallArguments, e: Evaluation): Value | undefined {
  switch (receiver.kind) {
    case 'constant':
      return typeof receiver.value === 'string' ? textMethod(receiver, name, call, e) : undefined;
    case 'text':
    case 'environment':
      return textMethod(receiver, name, call, e);
    case 'mapping':
      return mappingMethod(receiver, name, call, e);
    case 'sequence':
      return sequenceMethod(receiver, name, call, e);
    default:
      return undefined;
  }
}

/** `list.sort(key=f)` calls `f` with elements. */
function sortKey({ receiver, name }: BoundName, call: CallArguments, e: Evaluation): readonly IndirectCall[] {
  const key = name === 'sort' ? call.keyword('key') : undefined;
  return key === undefined ? [] : [{ callee: key, arguments: passing(call, e.element(receiver)) }];
}
