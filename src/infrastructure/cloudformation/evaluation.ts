import type { Place } from '../../evidence/place.ts';
import type { UnknownReason } from '../../evidence/vocabulary.ts';
import type { DataNode, DataTree } from '../../syntax/data-tree.ts';
import { resolved } from '../../syntax/navigate.ts';
import { readText } from '../model/reading.ts';
import type { UnknownValue, Value } from '../model/value.ts';

/** What a template declares by name, as nodes: looked up when an expression asks for it. */
export interface Declarations {
  readonly parameters: ReadonlyMap<string, DataNode>;
  readonly mappings: ReadonlyMap<string, DataNode>;
  readonly conditions: ReadonlyMap<string, DataNode>;
  /** Every resource by its logical id, those that loops make among them. */
  readonly resources: ReadonlyMap<string, DataNode>;
}

/** Takes the name of a reference as written, the place of the node in which it stands, and its value. */
export type NoteReference = (name: string, place: Place, value: Value) => void;

/** What a template leads to in other files, and what other files give it. */
export interface Surroundings {
  /** What the templates that nest this one give a parameter; undefined where none does. */
  given(parameter: string): Value | undefined;
  /** The output of a template that a resource of this one nests; undefined where it is not in the tree. */
  output(resource: string, name: string): Value | undefined;
  /** A file that a macro includes, by its path as written; undefined where it is not in the tree. */
  include(path: string): { readonly file: string; readonly tree: DataTree } | undefined;
  /**
   * A text in the parts that a language on top makes of it, its variables among them; undefined where it has none.
   * What is left to CloudFormation stays in the literal parts.
   */
  parts?(evaluation: Evaluation, text: string, node: DataNode): readonly Value[] | undefined;
  /** Is told what each reference leads to, by its name and the node in which it stands. */
  noted?: NoteReference | undefined;
  /** The declared thing from which a tool makes a resource of that name. */
  generated?(name: string): { readonly resource: string; readonly attribute: string | null } | undefined;
}

/** What an intrinsic function needs in order to evaluate its arguments. */
export interface Evaluation {
  readonly declarations: Declarations;
  readonly surroundings: Surroundings;
  place(node: { readonly start: number; readonly end: number }): Place;
  value(node: DataNode): Value;
  unknown(node: DataNode, reason: UnknownReason, text: string): UnknownValue;
  /** The value that a loop gives to a name; undefined outside of such a loop. */
  loopValue(name: string): Value | undefined;
  /** The value of what another file holds; undefined where the path leads nowhere. */
  included(path: string): Value | undefined;
}

/** The text of a scalar argument, or undefined if the argument is something else. */
export function scalarText(node: DataNode | undefined): string | undefined {
  const found = resolved(node);
  return found?.kind === 'scalar' && found.tag === null ? found.text : undefined;
}

/** A name that is written as a text, the variables of a language on top replaced. */
export function nameIn(evaluation: Evaluation, node: DataNode | undefined): string | undefined {
  const text = scalarText(node);
  if (text === undefined || node === undefined || evaluation.surroundings.parts === undefined) return text;
  const value = readText(evaluation.value(node));
  return value.known ? value.value : text;
}

/** The arguments of a function that takes a list. */
export function argumentsOf(node: DataNode): readonly DataNode[] {
  const found = resolved(node);
  return found?.kind === 'sequence' ? found.items : [];
}

/** A text that a function made. */
export function made(text: string, place: Place): Value {
  return { kind: 'literal', value: text, text, place, shared: true };
}

/** The items of a list; a parameter counts with its default. Undefined where they cannot be told. */
export function itemsOf(value: Value | undefined): readonly Value[] | undefined {
  let current = value;
  for (let hops = 0; hops < 32 && current?.kind === 'parameter'; hops++) current = current.fallback ?? undefined;
  if (current?.kind !== 'list') return undefined;
  return current.items.some((item) => item.kind === 'choice' && item.options.some(({ kind }) => kind === 'absent'))
    ? undefined
    : current.items.filter((item) => item.kind !== 'absent');
}
