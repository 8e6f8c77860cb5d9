// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html
import type { DataNode, Entry } from '../../syntax/data-tree.ts';
import { asMapping, keyOf } from '../../syntax/navigate.ts';
import { readText } from '../model/reading.ts';
import type { Evaluator } from './evaluate.ts';
import { argumentsOf, itemsOf, made, scalarText } from './evaluation.ts';

/** Turns that the loops of one template may take together. */
const mostTurns = 2000;

/** One turn of a loop: the entries that it adds, and what evaluates them. */
interface Turn {
  readonly evaluator: Evaluator;
  readonly entries: readonly Entry[];
}

/** An entry of a section, from a loop or written there. */
export interface Declared {
  readonly name: string;
  readonly entry: Entry;
  readonly evaluator: Evaluator;
  /** The steps from the root to the value. */
  readonly path: readonly string[];
}

/** True for the key of a loop (`Fn::ForEach::Name`). */
export function isLoop(name: string): boolean {
  return name.startsWith('Fn::ForEach::');
}

/**
 * The turns of a loop, a parameter's default taken for its collection. A collection that cannot be told makes one turn,
 * in which the variable is unknown. Undefined where the loop has not the shape of one, or there are too many turns.
 */
export function turnsOf(evaluator: Evaluator, loop: Entry): Turn[] | undefined {
  const [nameNode, collection, body] = argumentsOf(loop.value);
  const name = scalarText(nameNode);
  const entries = asMapping(body)?.entries;
  if (name === undefined || collection === undefined || entries === undefined) return undefined;
  const value = evaluator.value(collection);
  const items = itemsOf(value)?.map((item) => readText(item));
  evaluator.bounds.turns += items?.length ?? 1;
  if (evaluator.bounds.turns > mostTurns) return undefined;
  if (items === undefined || items.some((item) => !item.known)) {
    const unknown = evaluator.unknown(collection, 'dynamic-value', `each of ${readText(value).text}`);
    return [{ evaluator: evaluator.within(name, unknown), entries }];
  }
  return items.map((item) => ({ evaluator: evaluator.within(name, made(item.text, item.place)), entries }));
}

/** The entries of a section of the template with those that its loops make; `faults` takes what is not read. */
export function declaredIn(
  evaluator: Evaluator,
  section: DataNode | undefined,
  path: readonly string[],
  fault: (node: DataNode, message: string) => void,
): Declared[] {
  const found: Declared[] = [];
  const visit = (entries: readonly Entry[], within: Evaluator, above: readonly string[]): void => {
    for (const entry of entries) {
      const written = keyOf(entry);
      const name = within.nameOf(entry);
      if (name === undefined || written === undefined) {
        fault(entry.key, 'a resource whose name is not a text');
      } else if (isLoop(written)) {
        const turns = turnsOf(within, entry);
        if (turns === undefined) fault(entry.key, `${written} under ${path.join('.')} is not read`);
        for (const turn of turns ?? []) visit(turn.entries, turn.evaluator, [...above, written, '2']);
      } else if (name.startsWith('Fn::')) {
        fault(entry.key, `${name} under ${path.join('.')} is not read`);
      } else found.push({ name, entry, evaluator: within, path: [...above, written] });
    }
  };
  visit(asMapping(section)?.entries ?? [], evaluator, path);
  return found;
}
