import type { DataNode } from '../../../syntax/data-tree.ts';
import { at, resolved, textOf } from '../../../syntax/navigate.ts';
import type { Value } from '../../model/value.ts';
import { hasDynamicReference } from '../dynamic-references.ts';
import { type Evaluation, made, nameIn, scalarText } from '../evaluation.ts';
import { generatedFrom } from '../generated-names.ts';

/** `Ref`: a parameter, a resource, a loop's variable or a pseudo parameter. */
export function reference(evaluation: Evaluation, argument: DataNode, node: DataNode): Value {
  return named(evaluation, nameIn(evaluation, argument), node);
}

function named(evaluation: Evaluation, name: string | undefined, node: DataNode): Value {
  if (name === undefined) return evaluation.unknown(node, 'unsupported-construct', 'a Ref without a name');
  const value = meantBy(evaluation, name, node);
  evaluation.surroundings.noted?.(name, evaluation.place(node), value);
  return value;
}

function meantBy(evaluation: Evaluation, name: string, node: DataNode): Value {
  const place = evaluation.place(node);
  const inLoop = evaluation.loopValue(name);
  if (inLoop !== undefined) return inLoop;
  if (name === 'AWS::NoValue') return { kind: 'absent', place };
  if (name.startsWith('AWS::')) return evaluation.unknown(node, 'dynamic-value', name);
  const parameter = evaluation.declarations.parameters.get(name);
  if (parameter !== undefined) {
    return { kind: 'parameter', name, fallback: fallbackOf(evaluation, name, parameter), place };
  }
  if (evaluation.declarations.resources.has(name)) return { kind: 'reference', resource: name, attribute: null, place };
  const generated = madeFrom(evaluation, name);
  if (generated !== undefined) return { kind: 'reference', ...generated, place };
  return evaluation.unknown(node, 'unsupported-construct', `${name}, which the template does not declare`);
}

/** What the template that nests this one gives, else the default. Some types name a value that is kept elsewhere. */
function fallbackOf(evaluation: Evaluation, name: string, parameter: DataNode): Value | null {
  const given = evaluation.surroundings.given(name);
  if (given !== undefined) return given;
  const node = at(parameter, 'Default');
  if (node === undefined) return null;
  const type = textOf(at(parameter, 'Type')) ?? 'String';
  const value = evaluation.value(node);
  const text = textOf(node);
  if (type.startsWith('AWS::SSM::Parameter::Value')) {
    return evaluation.unknown(node, 'dynamic-value', `the SSM parameter ${text ?? name}`);
  }
  if (text === undefined || !/^(CommaDelimitedList|List<)/.test(type)) return value;
  const items = text.split(',').map((item) => made(item.trim(), value.place));
  return { kind: 'list', items: text === '' ? [] : items, place: value.place };
}

/** `Fn::GetAtt` with a text or a list; the attribute of a list may be computed where it can be told. */
export function getAttribute(evaluation: Evaluation, argument: DataNode, node: DataNode): Value {
  const found = resolved(argument);
  const [name, ...attribute] =
    found?.kind === 'sequence'
      ? found.items.map((item) => plainText(evaluation, item))
      : splitOnce(nameIn(evaluation, argument), '.');
  if (name === undefined || attribute.length === 0 || attribute.includes(undefined)) {
    return evaluation.unknown(node, 'unsupported-construct', 'a GetAtt with a computed name');
  }
  return attributeOf(evaluation, name, attribute.join('.'), node);
}

/** A text that stands there, or that a loop's variables make. */
function plainText(evaluation: Evaluation, node: DataNode): string | undefined {
  const text = nameIn(evaluation, node);
  if (text !== undefined) return text;
  const value = evaluation.value(node);
  return value.kind === 'literal' ? value.text : undefined;
}

function attributeOf(evaluation: Evaluation, name: string, attribute: string, node: DataNode): Value {
  const value = attributeMeant(evaluation, name, attribute, node);
  evaluation.surroundings.noted?.(`${name}.${attribute}`, evaluation.place(node), value);
  return value;
}

function attributeMeant(evaluation: Evaluation, name: string, attribute: string, node: DataNode): Value {
  const place = evaluation.place(node);
  if (evaluation.declarations.resources.has(name)) {
    const output = attribute.startsWith('Outputs.') ? attribute.slice('Outputs.'.length) : undefined;
    const value = output === undefined ? undefined : evaluation.surroundings.output(name, output);
    return value ?? { kind: 'reference', resource: name, attribute, place };
  }
  const generated = madeFrom(evaluation, name);
  if (generated !== undefined) {
    const path = generated.attribute === null ? attribute : `${generated.attribute}.${attribute}`;
    return { kind: 'reference', resource: generated.resource, attribute: path, place };
  }
  return evaluation.unknown(node, 'unsupported-construct', `${name}.${attribute}, which the template does not declare`);
}

/** What a tool makes a resource of that name from: SAM, or one on top of CloudFormation. */
function madeFrom(evaluation: Evaluation, name: string): { resource: string; attribute: string | null } | undefined {
  return evaluation.surroundings.generated?.(name) ?? generatedFrom(name, evaluation.declarations.resources);
}

function splitOnce(text: string | undefined, separator: string): (string | undefined)[] {
  if (text === undefined) return [];
  const index = text.indexOf(separator);
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + 1)];
}

/** `Fn::Sub` with a text, or with a text and variables of its own. */
export function substitute(evaluation: Evaluation, argument: DataNode, node: DataNode): Value {
  const found = resolved(argument);
  const text = found?.kind === 'sequence' ? scalarText(found.items[0]) : scalarText(argument);
  if (text === undefined) return evaluation.unknown(node, 'unsupported-construct', 'a Sub without a text');
  const variables = found?.kind === 'sequence' ? found.items[1] : undefined;
  const place = evaluation.place(node);
  const parts: Value[] = [];
  const literal = (part: string): void => {
    if (hasDynamicReference(part)) parts.push(evaluation.unknown(node, 'dynamic-value', part));
    else if (part !== '') parts.push(made(part, place));
  };
  for (const piece of evaluation.surroundings.parts?.(evaluation, text, node) ?? [made(text, place)]) {
    if (piece.kind !== 'literal') {
      parts.push(piece);
      continue;
    }
    let done = 0;
    for (const match of piece.text.matchAll(/\$\{(!?)([^{}]*)\}/g)) {
      literal(piece.text.slice(done, match.index));
      done = match.index + match[0].length;
      const name = (match[2] ?? '').trim();
      if (match[1] === '!') literal(`\${${name}}`);
      else parts.push(variable(evaluation, name, variables, node));
    }
    literal(piece.text.slice(done));
  }
  const [only] = parts;
  if (only === undefined) return made('', place);
  if (parts.length > 1) return { kind: 'joined', parts, place };
  return only.kind === 'literal' ? { ...only, place } : only;
}

function variable(evaluation: Evaluation, name: string, variables: DataNode | undefined, node: DataNode): Value {
  const given = at(variables, name);
  if (given !== undefined) {
    const value = evaluation.value(given);
    evaluation.surroundings.noted?.(name, evaluation.place(node), value);
    return value;
  }
  const dot = name.indexOf('.');
  if (dot > 0) return attributeOf(evaluation, name.slice(0, dot), name.slice(dot + 1), node);
  return named(evaluation, name, node);
}
