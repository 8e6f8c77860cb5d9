// https://learn.microsoft.com/azure/azure-resource-manager/bicep/file#bicep-format
import type { Place } from '../../evidence/place.ts';
import type {
  ArrayExpression,
  Call,
  Expression,
  ForExpression,
  Lambda,
  ObjectExpression,
  Span,
  StringExpression,
} from '../../syntax/bicep/index.ts';
import type { MapEntry, MapValue, UnknownValue, Value } from '../model/value.ts';
import { choiceOf, itemAt, member } from './access.ts';
import { azureFunctions } from './functions/index.ts';
import { joinedOf } from './join.ts';
import { operate } from './operators.ts';
import { literalOf, settled, textIn, truthOf, unknownOf } from './plain.ts';
import { type Scope, withLocals } from './scope.ts';

const deepest = 120;
const mostSteps = 400_000;
const mostItems = 5_000;

/**
 * Is told of every name, property and item that an expression asks for, with what it turned out to be. Where somebody
 * observes, everything is evaluated, also what a known condition leaves out.
 */
export type Observer = (file: string, node: Expression, value: Value) => void;

/** Turns expressions into values. Each expression is evaluated once in each scope; all of a stack share one budget. */
export class Evaluator {
  readonly #observe: Observer | undefined;
  /** Reads a file beside a template as text (`loadTextContent`); undefined where it cannot be read. */
  readonly readBeside: (file: string, path: string) => string | undefined;
  #steps = mostSteps;
  #depth = 0;

  constructor(readBeside: (file: string, path: string) => string | undefined, observe?: Observer) {
    this.readBeside = readBeside;
    this.#observe = observe;
  }

  place(node: Span, scope: Scope): Place {
    return { file: scope.program.file, ...scope.program.lines.range(node.start, node.end) };
  }

  /** The value of an expression. What refers to itself, is nested too deeply or costs too much is unknown. */
  value(node: Expression, scope: Scope): Value {
    const known = scope.memo.get(node);
    if (known !== undefined) return known;
    const place = this.place(node, scope);
    if (this.#depth >= deepest) return unknownOf('bound-reached', 'nested too deeply', place);
    if (this.#steps-- <= 0) return unknownOf('bound-reached', 'too much to work out', place);
    scope.memo.set(node, unknownOf('unsupported-construct', 'refers to itself', place));
    this.#depth++;
    const value = this.#evaluate(node, scope, place);
    this.#depth--;
    scope.memo.set(node, value);
    if (node.kind === 'variable' || node.kind === 'property' || node.kind === 'index' || node.kind === 'nested') {
      this.#observe?.(scope.program.file, node, value);
    }
    return value;
  }

  /** Evaluates expressions with all that is in them, if somebody observes. */
  observeAll(nodes: readonly Expression[], scope: Scope): void {
    if (this.#observe !== undefined) for (const node of nodes) this.#everything(node, scope);
  }

  #everything(node: Expression, scope: Scope): void {
    const value = this.value(node, scope);
    const waiting = [value];
    const seen = new Set(waiting);
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
      const below =
        one.kind === 'map'
          ? [...one.entries.values()].map((entry) => entry.value)
          : one.kind === 'list'
            ? one.items
            : [];
      for (const inner of below) {
        if (!seen.has(inner) && seen.size < mostSteps) waiting.push(inner);
        seen.add(inner);
      }
    }
  }

  /** What a lambda gives for arguments; undefined where the expression is none. */
  apply(node: Expression | undefined, values: readonly Value[], scope: Scope): Value | undefined {
    const lambda = node === undefined ? undefined : bare(node);
    if (lambda?.kind !== 'lambda') return undefined;
    return this.value(lambda.body, withLocals(scope, new Map(named(lambda, values))));
  }

  #evaluate(node: Expression, scope: Scope, place: Place): Value {
    switch (node.kind) {
      case 'literal':
        return { kind: 'literal', value: node.value, text: node.text, place, shared: false };
      case 'string':
        return this.#text(node, scope, place);
      case 'variable':
        return this.#name(node.name, scope, place);
      case 'property':
        return member(this.value(node.object, scope), node.name, place, node.safe);
      case 'index':
        return itemAt(this.value(node.object, scope), this.value(node.index, scope), place, node.safe, node.fromEnd);
      case 'nested':
        return this.#nested(node, scope, place);
      case 'call':
        return notOwn(this.#call(node, scope, place));
      case 'array':
        return this.#array(node, scope, place);
      case 'object':
        return this.#object(node, scope, place);
      case 'for':
        return this.#loop(node, scope, place);
      case 'if':
        return this.value(node.body, scope);
      case 'ternary': {
        const truth = truthOf(this.value(node.condition, scope));
        this.observeAll([node.whenTrue, node.whenFalse], scope);
        if (truth !== undefined) return this.value(truth ? node.whenTrue : node.whenFalse, scope);
        return choiceOf([this.value(node.whenTrue, scope), this.value(node.whenFalse, scope)], place);
      }
      case 'binary':
        return operate(node.operator, this.value(node.left, scope), () => this.value(node.right, scope), place);
      case 'unary':
        return this.#unary(node, scope, place);
      case 'parentheses':
        return this.value(node.inner, scope);
      case 'spread':
        return this.value(node.value, scope);
      case 'lambda':
        return unknownOf('unsupported-construct', 'a function', place);
      case 'broken':
        return unknownOf('unsupported-construct', 'what cannot be read', place);
    }
  }

  #text(node: StringExpression, scope: Scope, place: Place): Value {
    const [first] = node.parts;
    if (node.parts.length === 0) return { kind: 'literal', value: '', text: '', place, shared: false };
    if (node.parts.length === 1 && first?.kind === 'text') {
      return { kind: 'literal', value: first.text, text: first.text, place, shared: false };
    }
    const parts = node.parts.map((part) =>
      part.kind === 'text' ? literalOf(part.text, this.place(part, scope)) : this.value(part.expression, scope),
    );
    return joinedOf(parts, place);
  }

  #name(name: string, scope: Scope, place: Place): Value {
    const found = scope.symbol(name);
    if (found === undefined) return unknownOf('unsupported-construct', `${name}, which is not declared`, place);
    if (found.kind === 'reference') return { ...found, place };
    return notOwn(found);
  }

  #nested(node: Extract<Expression, { kind: 'nested' }>, scope: Scope, place: Place): Value {
    const object = bare(node.object);
    const path = object.kind === 'variable' ? object.name : object.kind === 'nested' ? nestedPath(object) : undefined;
    return this.#name(`${path ?? ''}::${node.name}`, scope, place);
  }

  #call(node: Call, scope: Scope, place: Place): Value {
    const namespace = node.object?.kind === 'variable' ? node.object.name : undefined;
    const own = scope.functionOf(namespace === undefined ? node.name : `${namespace}.${node.name}`);
    if (own !== undefined) {
      const values = node.arguments.map((argument) => this.value(argument, scope));
      const locals = new Map(
        own.declaration.parameters.map((name, index) => [name, values[index] ?? literalOf(null, place)]),
      );
      return this.value(own.declaration.body, withLocals(own.scope, locals));
    }
    const call = {
      name: node.name,
      nodes: node.arguments,
      place,
      scope,
      evaluator: this,
      values: () => node.arguments.map((argument) => this.value(argument, scope)),
    };
    if (node.object !== null && namespace !== 'az' && namespace !== 'sys') {
      return method(this.value(node.object, scope), node.name, place);
    }
    const row = azureFunctions.get(node.name.toLowerCase());
    if (row === undefined) return unknownOf('unsupported-construct', `the function ${node.name}`, place);
    return row(call);
  }

  #array(node: ArrayExpression, scope: Scope, place: Place): Value {
    const items: Value[] = [];
    for (const item of node.items) {
      const value = this.value(item, scope);
      if (item.kind !== 'spread') items.push(value);
      else {
        const spread = settled(value);
        items.push(...(spread.kind === 'list' ? spread.items.slice(0, mostItems) : [spread]));
      }
      if (items.length > mostItems) return unknownOf('bound-reached', 'a very long list', place);
    }
    return { kind: 'list', items, place };
  }

  /** The entries are evaluated when somebody asks for them. */
  #object(node: ObjectExpression, scope: Scope, place: Place): MapValue {
    const entries = new Map<string, MapEntry>();
    let open: UnknownValue | null = null;
    for (const part of [...node.entries, ...node.spreads].sort((a, b) => a.start - b.start)) {
      if ('kind' in part) {
        const spread = settled(this.value(part.value, scope));
        if (spread.kind === 'map') for (const [name, entry] of spread.entries) entries.set(name, entry);
        else open ??= unknownOf('dynamic-value', 'what is spread into it', this.place(part, scope));
        continue;
      }
      const name = part.name ?? keyText(this.value(part.key, scope));
      if (name !== undefined) entries.set(name, this.#entry(part.key, part.value, scope));
      else open ??= unknownOf('dynamic-value', 'a computed key', this.place(part.key, scope));
    }
    return { kind: 'map', entries, open, place };
  }

  #entry(key: Span, value: Expression, scope: Scope): MapEntry {
    const valueOf = (): Value => this.value(value, scope);
    const placeOf = (): Place => this.place(key, scope);
    return {
      get key() {
        return placeOf();
      },
      get value() {
        return valueOf();
      },
    };
  }

  #loop(node: ForExpression, scope: Scope, place: Place): Value {
    const collection = settled(this.value(node.collection, scope));
    const nobody = unknownOf('dynamic-value', 'an item of a loop', place);
    this.observeAll([node.body], withLocals(scope, loopNames(node, nobody, 0, place)));
    if (collection.kind !== 'list') return unknownOf('dynamic-value', 'a loop over what is not known', place);
    if (collection.items.length > mostItems) return unknownOf('bound-reached', 'a very long loop', place);
    const items = collection.items.map((item, index) =>
      this.value(node.body, withLocals(scope, loopNames(node, item, index, place))),
    );
    return { kind: 'list', items, place };
  }

  #unary(node: Extract<Expression, { kind: 'unary' }>, scope: Scope, place: Place): Value {
    const operand = this.value(node.operand, scope);
    if (node.operator === '!!' || node.operator === '+') return operand;
    const found = settled(operand);
    if (node.operator === '!') {
      const truth = truthOf(operand);
      return truth === undefined ? unknownOf('dynamic-value', 'a condition', place) : literalOf(!truth, place);
    }
    const number = found.kind === 'literal' && typeof found.value === 'number' ? found.value : undefined;
    return number === undefined ? unknownOf('dynamic-value', 'a number', place) : literalOf(-number, place);
  }
}

/** The names of a loop in one round of it. */
export function loopNames(
  { item, index }: Pick<ForExpression, 'item' | 'index'>,
  value: Value,
  round: number,
  place: Place,
): Map<string, Value> {
  const names = new Map([[item, value]]);
  if (index !== null) names.set(index, literalOf(round, place));
  return names;
}

/** `storage.listKeys()`, `vault.getSecret('x')`: what only the resource itself can tell. */
function method(object: Value, name: string, place: Place): Value {
  if (object.kind === 'reference') return member(object, `${name}()`, place);
  return unknownOf('dynamic-value', `${name}()`, place);
}

function named(lambda: Lambda, values: readonly Value[]): [string, Value][] {
  return lambda.parameters.flatMap((name, index): [string, Value][] => {
    const value = values[index];
    return value === undefined ? [] : [[name, value]];
  });
}

function nestedPath(node: Extract<Expression, { kind: 'nested' }>): string {
  const object = bare(node.object);
  const path = object.kind === 'variable' ? object.name : object.kind === 'nested' ? nestedPath(object) : '';
  return `${path}::${node.name}`;
}

function bare(node: Expression): Expression {
  return node.kind === 'parentheses' ? bare(node.inner) : node;
}

/** What a name or a function gives stands elsewhere. */
function notOwn(value: Value): Value {
  return value.kind === 'literal' && !value.shared ? { ...value, shared: true } : value;
}

/** A computed key as a text; one that refers to a resource (an identity by its id) as `${RESOURCE.ATTRIBUTE}`. */
function keyText(value: Value): string | undefined {
  const one = settled(value);
  const only =
    one.kind === 'joined' && one.parts.length === 1 && one.parts[0] !== undefined ? settled(one.parts[0]) : one;
  if (only.kind !== 'reference') return textIn(value);
  return `\${${only.resource}${only.attribute === null ? '' : `.${only.attribute}`}}`;
}
