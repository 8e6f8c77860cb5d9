import type { Place } from '../../evidence/place.ts';
import type { Expression } from '../../syntax/hcl/index.ts';
import type { Resource } from '../model/resource.ts';
import type { Value } from '../model/value.ts';
import { call } from './call.ts';
import { chain } from './chain.ts';
import { forExpression, object } from './collections.ts';
import type { Cell, Evaluation, Scope } from './evaluation.ts';
import { list, unknown } from './make.ts';
import { binary, conditional, unary } from './operators.ts';
import { placeholderIn, placeOf, type Source, shown } from './source.ts';
import { splat } from './splat.ts';
import { template } from './templates.ts';
import type { TreeFiles } from './tree-files.ts';

/** Told of each reference that was looked up, with what was found; for measuring. */
export type Observer = (source: Source, node: Expression, value: Value) => void;

/** What working out the values of one stack may cost, in steps. */
const mostSteps = 1_000_000;

/** How deep expressions may lead to each other: through locals, variables and outputs too. */
const deepest = 250;

/** Turns expressions of one stack into values. */
export class Evaluator implements Evaluation {
  readonly files: TreeFiles;
  readonly resources: Map<string, Resource> = new Map();
  readonly #observe: Observer | undefined;
  #steps = mostSteps;
  #depth = 0;
  #settable = false;

  constructor(files: TreeFiles, observe?: Observer) {
    this.files = files;
    this.#observe = observe;
  }

  get isObserved(): boolean {
    return this.#observe !== undefined;
  }

  spend(amount: number): boolean {
    this.#steps -= amount;
    return this.#steps > 0;
  }

  noteSettable(): void {
    this.#settable = true;
  }

  dependsOnSettable(work: () => void): boolean {
    const outer = this.#settable;
    this.#settable = false;
    work();
    const found = this.#settable;
    this.#settable ||= outer;
    return found;
  }

  /** A value that is worked out once; one that leads back to itself is unknown. */
  cell(compute: Cell, place: Place, text: string): Cell {
    let value: Value | undefined;
    let settable = false;
    let running = false;
    return () => {
      if (running) return unknown('unsupported-construct', `${text} refers to itself`, place);
      if (value === undefined) {
        running = true;
        settable = this.dependsOnSettable(() => {
          value = compute();
        });
        running = false;
      }
      this.#settable ||= settable;
      return value ?? unknown('unsupported-construct', text, place);
    };
  }

  value(node: Expression, scope: Scope): Value {
    if (this.#depth >= deepest || !this.spend(1)) {
      return unknown('bound-reached', shown(scope.source, node), placeOf(scope.source, node));
    }
    this.#depth++;
    const value = this.#evaluate(node, scope);
    this.#depth--;
    return value;
  }

  #evaluate(node: Expression, scope: Scope): Value {
    const place = (): Place => placeOf(scope.source, node);
    switch (node.kind) {
      case 'literal':
        return { kind: 'literal', value: node.value, text: node.text, place: place(), shared: scope.shared };
      case 'template':
        return template(node, scope, this);
      case 'variable':
      case 'attribute-of':
      case 'index':
        return this.#chain(node, scope);
      case 'splat':
        return splat(node, scope, this);
      case 'item':
        return scope.item ?? unknown('unsupported-construct', shown(scope.source, node), place());
      case 'call':
        return call(node, scope, this);
      case 'tuple':
        return list(
          node.items.map((item) => this.value(item, scope)),
          place(),
        );
      case 'object':
        return object(node, scope, this);
      case 'for-expression':
        return forExpression(node, scope, this);
      case 'conditional':
        return conditional(node, scope, this);
      case 'binary':
        return binary(node, scope, this);
      case 'unary':
        return unary(node, scope, this);
      case 'parentheses':
        return this.value(node.inner, scope);
      case 'broken':
        return unknown('unreadable-file', shown(scope.source, node), place());
    }
  }

  #chain(node: Extract<Expression, { kind: 'variable' | 'attribute-of' | 'index' }>, scope: Scope): Value {
    const filled = placeholderIn(scope.source, node);
    if (filled !== undefined) {
      return unknown('unsupported-construct', shown(scope.source, filled), placeOf(scope.source, filled));
    }
    const value = chain(node, scope, this);
    this.#observe?.(scope.source, node, value);
    return value;
  }
}
