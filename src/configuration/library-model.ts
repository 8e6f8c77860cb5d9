import { didYouMean } from '../evidence/nearest.ts';
import type { Place } from '../evidence/place.ts';
import type { DataNode, Entry, MappingNode } from '../syntax/data-tree.ts';
import { asMapping, asSequence, keyOf, resolved } from '../syntax/navigate.ts';
import type { OwnLibraryModel, OwnLibraryOperation } from './settings.ts';

/** Makes the error for a place; the reader of the file knows which file. */
type ProblemAt = (node: DataNode, message: string) => Error;

/** Where a node stands. */
type PlaceOf = (node: DataNode) => Place;

/**
 * Reads the models of a team's own libraries, as docs/library-models.md has them: a list of tables.
 * @throws what `problemAt` makes, for an unknown field or a value of the wrong kind.
 */
export function readLibraryModels(node: DataNode, problemAt: ProblemAt, placeOf: PlaceOf): OwnLibraryModel[] {
  const reader = new ModelReader(problemAt, placeOf);
  return reader.list(node, 'library-models').map((item) => reader.model(item));
}

class ModelReader {
  private readonly problemAt: ProblemAt;
  private readonly placeOf: PlaceOf;

  constructor(problemAt: ProblemAt, placeOf: PlaceOf) {
    this.problemAt = problemAt;
    this.placeOf = placeOf;
  }

  model(node: DataNode): OwnLibraryModel {
    const fields = this.fields(
      node,
      'a model',
      ['id', 'performs'],
      ['parameters', 'others', 'only', 'mode', 'from', 'gives'],
    );
    const { id, performs, parameters, others, only, mode, from, gives } = fields;
    const names = parameters && [
      ...this.text(parameters, 'parameters').split(/\s+/),
      ...Object.keys(from === undefined ? {} : this.texts(from, 'from')),
    ];
    return {
      id: this.text(id, 'id'),
      performs: this.list(performs, 'performs').map((one) => this.operation(one, names)),
      place: this.placeOf(node),
      ...(parameters !== undefined && { parameters: this.text(parameters, 'parameters') }),
      ...(others !== undefined && { others: this.list(others, 'others').map((one) => this.text(one, 'others')) }),
      ...(only !== undefined && { only: this.start(only) }),
      ...(mode !== undefined && { mode: this.start(mode) }),
      ...(from !== undefined && { from: this.texts(from, 'from') }),
      ...(gives !== undefined && { gives: this.text(gives, 'gives') }),
    };
  }

  /** `names` are those that arguments may have; undefined where the model does not say. */
  private operation(node: DataNode, names: readonly string[] | undefined): OwnLibraryOperation {
    const fields = this.fields(node, 'an operation', ['service', 'operation'], ['arguments', 'also']);
    const also = resolved(fields['also']);
    if (also !== undefined && (also.kind !== 'scalar' || typeof also.value !== 'boolean'))
      throw this.problemAt(also, 'also is true or false.');
    if (fields['arguments'] !== undefined && names !== undefined) this.requireNames(fields['arguments'], names);
    return {
      service: this.text(fields['service'], 'service'),
      operation: this.text(fields['operation'], 'operation'),
      ...(fields['arguments'] !== undefined && { arguments: this.texts(fields['arguments'], 'arguments') }),
      ...(also?.value === true && { also: true }),
      place: this.placeOf(node),
    };
  }

  /** What fills a parameter begins with a name, unless it is a text (`=text`). */
  private requireNames(node: DataNode, names: readonly string[]): void {
    for (const { value } of this.mapping(node, 'arguments is a table of texts').entries) {
      const name = this.text(value, 'arguments').replace(/[|[].*$/, '');
      if (name.startsWith('=') || names.includes(name)) continue;
      const hint = didYouMean(name, names) || ` Known: ${names.join(', ')}.`;
      throw this.problemAt(value, `neither parameters nor from has ${name}.${hint}`);
    }
  }

  private start(node: DataNode): { argument: string; starts: string[] } {
    const { argument, starts } = this.fields(node, 'it', ['argument', 'starts'], []);
    return {
      argument: this.text(argument, 'argument'),
      starts: this.list(starts, 'starts').map((one) => this.text(one, 'starts')),
    };
  }

  /** The values of a table by their names; all of some must be there, and none but these and some others. */
  private fields(
    node: DataNode,
    what: string,
    required: readonly string[],
    optional: readonly string[],
  ): Readonly<Record<string, DataNode>> {
    const mapping = this.mapping(node, `${what} is a table`);
    const known = [...required, ...optional];
    const strange = mapping.entries.find((entry) => !known.includes(nameOf(entry)));
    if (strange !== undefined)
      throw this.problemAt(strange.key, `unknown key ${nameOf(strange)}. Known: ${known.join(', ')}.`);
    const found = Object.fromEntries(mapping.entries.map((entry) => [nameOf(entry), entry.value]));
    const missing = required.find((name) => found[name] === undefined);
    if (missing !== undefined) throw this.problemAt(node, `${what} has ${required.join(' and ')}: write ${missing}.`);
    return found;
  }

  private mapping(node: DataNode, wanted: string): MappingNode {
    const mapping = asMapping(node);
    if (mapping === undefined) throw this.problemAt(node, `${wanted}.`);
    return mapping;
  }

  list(node: DataNode | undefined, name: string): readonly DataNode[] {
    const items = asSequence(node)?.items;
    if (items === undefined && node !== undefined) throw this.problemAt(node, `${name} is a list.`);
    return items ?? [];
  }

  private texts(node: DataNode, name: string): Record<string, string> {
    const { entries } = this.mapping(node, `${name} is a table of texts`);
    return Object.fromEntries(entries.map((entry) => [nameOf(entry), this.text(entry.value, name)]));
  }

  private text(node: DataNode | undefined, name: string): string {
    const value = resolved(node);
    if (value?.kind === 'scalar' && typeof value.value === 'string') return value.value;
    throw this.problemAt(value ?? (node as DataNode), `${name} is a text.`);
  }
}

const nameOf = (entry: Entry): string => keyOf(entry) ?? '';
