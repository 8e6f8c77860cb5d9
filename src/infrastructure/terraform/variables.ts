// https://developer.hashicorp.com/terraform/language/values/variables
import type { Place } from '../../evidence/place.ts';
import type { Value } from '../model/value.ts';
import { failure } from './below.ts';
import type { Cell, Evaluation, Names, Scope } from './evaluation.ts';
import { asShared } from './make.ts';
import type { Module } from './module.ts';
import { isNull, truthOf } from './settled.ts';
import { expressionOf, placeOf, type SourceBlock, type SourceExpression } from './source.ts';
import { withType } from './variable-types.ts';

/** Gives the value of a module's variable where it stands at a place. */
export interface VariableSource {
  value(name: string, module: Module, place: Place): Value;
}

/** The variables of a root module: what a deployment may set, with the values of its files or their defaults. */
export function settableVariables(
  files: ReadonlyMap<string, SourceExpression>,
  evaluation: Evaluation,
): VariableSource {
  const cells = new Map<string, Cell>();
  return {
    value: (name, module, place) => {
      const block = module.declarations.variables.get(name);
      if (block === undefined) return failure(`var.${name}`, place);
      evaluation.noteSettable();
      const stated = files.get(name) ?? expressionOf(block, 'default');
      if (stated === undefined) return { kind: 'parameter', name, fallback: null, place };
      const cell = cells.get(name) ?? valueCell(stated, block, module, evaluation, `var.${name}`);
      cells.set(name, cell);
      return { kind: 'parameter', name, fallback: cell(), place };
    },
  };
}

/** The variables of a module that another calls: the arguments of the call, else their defaults. */
export function givenArguments(call: SourceBlock, outer: Scope, evaluation: Evaluation): VariableSource {
  const cells = new Map<string, Cell>();
  return {
    value: (name, module, place) => {
      const block = module.declarations.variables.get(name);
      if (block === undefined) return failure(`var.${name}`, place);
      const cell = cells.get(name) ?? argumentCell(name, block, call, outer, module, evaluation);
      cells.set(name, cell);
      return asShared(cell());
    },
  };
}

function argumentCell(
  name: string,
  block: SourceBlock,
  call: SourceBlock,
  outer: Scope,
  module: Module,
  evaluation: Evaluation,
): Cell {
  const given = expressionOf(call, name);
  const fallback = expressionOf(block, 'default');
  const text = `var.${name}`;
  const place = placeOf(block.source, block.block);
  const byDefault = fallback && valueCell(fallback, block, module, evaluation, text);
  if (given === undefined) return byDefault ?? (() => failure(text, place));
  const compute = (): Value => {
    const value = evaluation.value(given.expression, { ...outer, source: given.source });
    if (isNull(value) && byDefault !== undefined && isNotNullable(block, module, evaluation)) return byDefault();
    return typed(value, block, module, evaluation);
  };
  return evaluation.cell(compute, placeOf(given.source, given.expression), text);
}

function valueCell(
  stated: SourceExpression,
  block: SourceBlock,
  module: Module,
  evaluation: Evaluation,
  text: string,
): Cell {
  const compute = (): Value =>
    typed(evaluation.value(stated.expression, inside(stated, module)), block, module, evaluation);
  return evaluation.cell(compute, placeOf(stated.source, stated.expression), text);
}

function typed(value: Value, block: SourceBlock, module: Module, evaluation: Evaluation): Value {
  const type = expressionOf(block, 'type');
  return type === undefined ? value : withType(value, type.expression, inside(type, module), evaluation);
}

function isNotNullable(block: SourceBlock, module: Module, evaluation: Evaluation): boolean {
  const nullable = expressionOf(block, 'nullable');
  return (
    nullable !== undefined &&
    truthOf(evaluation.value(nullable.expression, inside(nullable, module)), evaluation) === false
  );
}

function inside({ source }: SourceExpression, module: Names): Scope {
  return { source, module, names: new Map(), shared: true };
}
