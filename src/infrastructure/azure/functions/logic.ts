// https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-logical
import { choiceOf } from '../access.ts';
import { coalesce, operate } from '../operators.ts';
import { literalOf, truthOf } from '../plain.ts';
import { type AzureFunction, undetermined } from './call.ts';

/** Functions that ARM templates have for what Bicep has operators for. */
export const logicFunctions: Readonly<Record<string, AzureFunction>> = {
  if: (call) => {
    const [condition, whenTrue, whenFalse] = call.values();
    if (condition === undefined || whenTrue === undefined || whenFalse === undefined) return undetermined(call);
    const truth = truthOf(condition);
    return truth === undefined ? choiceOf([whenTrue, whenFalse], call.place) : truth ? whenTrue : whenFalse;
  },
  and: operator('&&'),
  or: operator('||'),
  not: (call) => {
    const [value] = call.values();
    const truth = value === undefined ? undefined : truthOf(value);
    return truth === undefined ? undetermined(call) : literalOf(!truth, call.place);
  },
  equals: operator('=='),
  less: operator('<'),
  lessOrEquals: operator('<='),
  greater: operator('>'),
  greaterOrEquals: operator('>='),
  add: operator('+'),
  sub: operator('-'),
  mul: operator('*'),
  div: operator('/'),
  mod: operator('%'),
  coalesce: (call) => {
    const [first, ...others] = call.values();
    return first === undefined
      ? undetermined(call)
      : others.reduce((value, other) => coalesce(value, () => other, call.place), first);
  },
  true: (call) => literalOf(true, call.place),
  false: (call) => literalOf(false, call.place),
  null: (call) => literalOf(null, call.place),
};

function operator(name: string): AzureFunction {
  return (call) => {
    const [first, ...others] = call.values();
    return first === undefined
      ? undetermined(call)
      : others.reduce((value, other) => operate(name, value, () => other, call.place), first);
  };
}
