import type { DataNode } from '../../syntax/data-tree.ts';
import { at, resolved, textOf } from '../../syntax/navigate.ts';
import { readNumber, readText } from '../model/reading.ts';
import type { Value } from '../model/value.ts';
import { type Evaluation, scalarText } from './evaluation.ts';

/** Evaluates a call: its argument, and the whole node for the place. */
type Intrinsic = (evaluation: Evaluation, argument: DataNode, node: DataNode) => Value;

/** The functions that are understood, one row each; any other is unknown by name. */
export const intrinsics: Readonly<Record<string, Intrinsic>> = {
  Ref: (evaluation, argument, node) => reference(evaluation, scalarText(argument), node),
  'Fn::GetAtt': getAttribute,
  'Fn::Sub': substitute,
  'Fn::Join': join,
  'Fn::If': choose,
  'Fn::FindInMap': findInMap,
  'Fn::Select': select,
  'Fn::Split': split,
  'Fn::Base64': (evaluation, argument) => evaluation.value(argument),
  'Fn::ImportValue': (evaluation, argument, node) =>
    evaluation.unknown(node, 'external-code', `the export ${scalarText(argument) ?? 'of another stack'}`),
  'Fn::GetAZs': (evaluation, _argument, node) => evaluation.unknown(node, 'dynamic-value', 'the availability zones'),
  'Fn::Cidr': (evaluation, _argument, node) => evaluation.unknown(node, 'dynamic-value', 'address blocks'),
  'Fn::Transform': (evaluation, argument, node) =>
    evaluation.unknown(node, 'external-code', `the macro ${textOf(at(argument, 'Name')) ?? 'named there'}`),
};

function reference(evaluation: Evaluation, name: string | undefined, node: DataNode): Value {
  const place = evaluation.place(node);
  if (name === undefined) return evaluation.unknown(node, 'unsupported-construct', 'a Ref without a name');
  if (name === 'AWS::NoValue') return { kind: 'absent', place };
  if (name.startsWith('AWS::')) return evaluation.unknown(node, 'dynamic-value', name);
  const parameter = evaluation.declarations.parameters.get(name);
  if (parameter !== undefined) {
    const fallback = at(parameter, 'Default');
    return { kind: 'parameter', name, fallback: fallback === undefined ? null : evaluation.value(fallback), place };
  }
  if (evaluation.declarations.resources.has(name)) return { kind: 'reference', resource: name, attribute: null, place };
  return evaluation.unknown(node, 'unsupported-construct', `${name}, which the template does not declare`);
}

function getAttribute(evaluation: Evaluation, argument: DataNode, node: DataNode): Value {
  const found = resolved(argument);
  const parts =
    found?.kind === 'sequence' ? found.items.map((item) => scalarText(item)) : splitOnce(scalarText(argument), '.');
  const [name, ...attribute] = parts;
  if (name === undefined || attribute.length === 0 || attribute.includes(undefined)) {
    return evaluation.unknown(node, 'unsupported-construct', 'a GetAtt with a computed name');
  }
  return attributeOf(evaluation, name, attribute.join('.'), node);
}

function attributeOf(evaluation: Evaluation, name: string, attribute: string, node: DataNode): Value {
  // SAM's `${Function.Alias}`, `.Version` and `.Role` are resources that its transform makes: the first name is declared.
  if (!evaluation.declarations.resources.has(name)) {
    return evaluation.unknown(
      node,
      'unsupported-construct',
      `${name}.${attribute}, which the template does not declare`,
    );
  }
  return { kind: 'reference', resource: name, attribute, place: evaluation.place(node) };
}

function splitOnce(text: string | undefined, separator: string): (string | undefined)[] {
  if (text === undefined) return [];
  const index = text.indexOf(separator);
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + 1)];
}

function substitute(evaluation: Evaluation, argument: DataNode, node: DataNode): Value {
  const found = resolved(argument);
  const text = found?.kind === 'sequence' ? scalarText(found.items[0]) : scalarText(argument);
  if (text === undefined) return evaluation.unknown(node, 'unsupported-construct', 'a Sub without a text');
  const variables = found?.kind === 'sequence' ? found.items[1] : undefined;
  const place = evaluation.place(node);
  const parts: Value[] = [];
  let done = 0;
  const literal = (part: string): void => {
    if (part !== '') parts.push({ kind: 'literal', value: part, text: part, place, shared: true });
  };
  for (const match of text.matchAll(/\$\{(!?)([^{}]*)\}/g)) {
    literal(text.slice(done, match.index));
    done = match.index + match[0].length;
    const name = (match[2] ?? '').trim();
    if (match[1] === '!') literal(`\${${name}}`);
    else parts.push(variable(evaluation, name, variables, node));
  }
  literal(text.slice(done));
  const [only] = parts;
  if (parts.length === 1 && only !== undefined && only.kind !== 'literal') return only;
  return parts.length <= 1
    ? {
        kind: 'literal',
        value: only?.kind === 'literal' ? only.value : '',
        text: only?.kind === 'literal' ? only.text : '',
        place,
        shared: true,
      }
    : { kind: 'joined', parts, place };
}

function variable(evaluation: Evaluation, name: string, variables: DataNode | undefined, node: DataNode): Value {
  const given = at(variables, name);
  if (given !== undefined) return evaluation.value(given);
  const dot = name.indexOf('.');
  if (dot > 0) return attributeOf(evaluation, name.slice(0, dot), name.slice(dot + 1), node);
  return reference(evaluation, name, node);
}

function join(evaluation: Evaluation, argument: DataNode, node: DataNode): Value {
  const found = resolved(argument);
  const separator = found?.kind === 'sequence' ? scalarText(found.items[0]) : undefined;
  const list =
    found?.kind === 'sequence' && found.items[1] !== undefined ? evaluation.value(found.items[1]) : undefined;
  if (separator === undefined || list?.kind !== 'list') {
    return evaluation.unknown(node, 'dynamic-value', 'a Join of a computed list');
  }
  const place = evaluation.place(node);
  const glue: Value = { kind: 'literal', value: separator, text: separator, place, shared: true };
  const items = list.items.filter((item) => item.kind !== 'absent');
  return {
    kind: 'joined',
    parts: items.flatMap((item, index) => (index === 0 || separator === '' ? [item] : [glue, item])),
    place,
  };
}

function choose(evaluation: Evaluation, argument: DataNode, node: DataNode): Value {
  const found = resolved(argument);
  const branches = found?.kind === 'sequence' ? found.items.slice(1, 3) : [];
  if (branches.length !== 2) return evaluation.unknown(node, 'unsupported-construct', 'an If without two branches');
  return { kind: 'choice', options: branches.map((branch) => evaluation.value(branch)), place: evaluation.place(node) };
}

function findInMap(evaluation: Evaluation, argument: DataNode, node: DataNode): Value {
  const found = resolved(argument);
  const keys =
    found?.kind === 'sequence' ? found.items.slice(0, 3).map((item) => readText(evaluation.value(item))) : [];
  const [name, first, second] = keys;
  const mapping = name?.known === true ? evaluation.declarations.mappings.get(name.value) : undefined;
  if (mapping === undefined || first === undefined || second === undefined) {
    return evaluation.unknown(node, 'dynamic-value', 'a FindInMap with a computed mapping');
  }
  const top = resolved(mapping);
  const rows = first.known
    ? [at(mapping, first.value)]
    : top?.kind === 'mapping'
      ? top.entries.map((entry) => entry.value)
      : [];
  const cells = rows.flatMap((row) => {
    const inner = resolved(row);
    if (second.known) return [at(row, second.value)];
    return inner?.kind === 'mapping' ? inner.entries.map((entry) => entry.value) : [];
  });
  const options = cells.flatMap((cell) => (cell === undefined ? [] : [evaluation.value(cell)]));
  const [only] = options;
  if (only === undefined) return evaluation.unknown(node, 'unsupported-construct', 'a FindInMap that finds nothing');
  return options.length === 1 ? only : { kind: 'choice', options, place: evaluation.place(node) };
}

function select(evaluation: Evaluation, argument: DataNode, node: DataNode): Value {
  const found = resolved(argument);
  const [indexNode, listNode] = found?.kind === 'sequence' ? found.items : [];
  const index = indexNode === undefined ? undefined : readNumber(evaluation.value(indexNode));
  const list = listNode === undefined ? undefined : evaluation.value(listNode);
  const item = list?.kind === 'list' && index?.known === true ? list.items[index.value] : undefined;
  return item ?? evaluation.unknown(node, 'dynamic-value', 'a Select from a computed list');
}

function split(evaluation: Evaluation, argument: DataNode, node: DataNode): Value {
  const found = resolved(argument);
  const [separatorNode, textNode] = found?.kind === 'sequence' ? found.items : [];
  const separator = scalarText(separatorNode);
  const text = textNode === undefined ? undefined : readText(evaluation.value(textNode));
  if (separator === undefined || separator === '' || text?.known !== true) {
    return evaluation.unknown(node, 'dynamic-value', 'a Split of a computed text');
  }
  const place = evaluation.place(node);
  const items = text.value
    .split(separator)
    .map((part): Value => ({ kind: 'literal', value: part, text: part, place, shared: true }));
  return { kind: 'list', items, place };
}
