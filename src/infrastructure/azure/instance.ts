import type { Expression } from '../../syntax/bicep/index.ts';
import type { MapEntry, MapValue, Value } from '../model/value.ts';
import { entryInAnyCase, member } from './access.ts';
import { type Evaluator, loopNames } from './evaluate.ts';
import { literalOf, mapOf, settled, textIn, unknownOf } from './plain.ts';
import type { Declaration, ParameterDeclaration, Program } from './program.ts';
import { type Scope, withLocals } from './scope.ts';

/** One round of a declaration's loop, or the declaration itself where it has none. */
export interface Round {
  /** The key in the stack: with the modules it stands in, and `[0]`, `[1]` … or `[*]` for a loop of unknown length. */
  readonly key: string;
  readonly declaration: Declaration;
  readonly instance: Instance;
  /** What names mean in its body. */
  readonly scope: Scope;
}

/** What an instance asks of the stack that it is part of. */
export interface Surroundings {
  readonly evaluator: Evaluator;
  /** The template that a path in another one names; undefined where it is not in the repository. */
  load(from: Program, path: string): Program | undefined;
  /** The instance of a module in the tree; undefined for a module of a registry. */
  moduleOf(round: Round): Instance | undefined;
  /** The key by which a declaration is known: that of the resource it names, for an `existing` one that is in the stack. */
  keyOf(round: Round): string;
  resource(type: string, name: Value): string | undefined;
  resourceNamed(name: Value): string | undefined;
  handle(key: string): Value | undefined;
  /** Counts what a loop makes; false when a stack has too much. */
  allow(count: number): boolean;
}

const mostRounds = 500;

/** A template with what it is given: the main one, or one call of a module. */
export class Instance implements Scope {
  readonly program: Program;
  readonly memo: Map<Expression, Value> = new Map();
  /** What stands before the keys of its resources. */
  readonly prefix: string;
  /** How many modules lie above, and which files: a module that calls itself ends there. */
  readonly files: readonly string[];
  readonly #given: (name: string) => Value | undefined;
  readonly #isMain: boolean;
  readonly #around: Surroundings;
  readonly #outer: Scope | undefined;
  readonly #rounds = new Map<Declaration, readonly Round[]>();
  readonly #libraries = new Map<string, Instance | undefined>();

  constructor(
    around: Surroundings,
    program: Program,
    options: {
      readonly prefix: string;
      readonly files: readonly string[];
      readonly given: (name: string) => Value | undefined;
      readonly isMain: boolean;
      readonly outer?: Scope | undefined;
    },
  ) {
    this.#around = around;
    this.program = program;
    this.prefix = options.prefix;
    this.files = options.files;
    this.#given = options.given;
    this.#isMain = options.isMain;
    this.#outer = options.outer;
  }

  symbol(name: string, space?: 'parameter' | 'variable' | 'resource'): Value | undefined {
    if (space === 'resource') return this.#declared(name);
    if (this.#outer !== undefined) return this.#outer.symbol(name, space);
    const parameter = space === 'variable' ? undefined : this.#entry(this.program.parameters, name);
    if (parameter !== undefined) return this.#parameter(name, parameter);
    const variable = space === 'parameter' ? undefined : this.#entry(this.program.variables, name);
    if (variable !== undefined) return this.#around.evaluator.value(variable, this);
    return space === undefined ? (this.#declared(name) ?? this.#imported(name)) : undefined;
  }

  functionOf(name: string): ReturnType<Scope['functionOf']> {
    const declaration = this.program.functions.get(name);
    if (declaration !== undefined) return { declaration, scope: this };
    const [alias, rest] = name.split('.', 2);
    for (const { path, names } of this.program.imports) {
      for (const one of names) {
        const wanted =
          one.name === null ? (one.alias === alias ? rest : undefined) : one.alias === name ? one.name : undefined;
        if (wanted !== undefined) return this.#library(path)?.functionOf(wanted);
      }
    }
    return this.#outer?.functionOf(name);
  }

  resource(type: string, name: Value): string | undefined {
    return this.#around.resource(type, name);
  }

  resourceNamed(name: Value): string | undefined {
    return this.#around.resourceNamed(name);
  }

  handle(key: string): Value | undefined {
    return this.#around.handle(key);
  }

  /** The value of an output. */
  output(name: string): Value | undefined {
    const expression = this.program.outputs.get(name);
    return expression && this.#around.evaluator.value(expression, this);
  }

  /** The rounds of a declaration, those of the declaration it is nested in multiplied with its own. */
  rounds(declaration: Declaration): readonly Round[] {
    const known = this.#rounds.get(declaration);
    if (known !== undefined) return known;
    this.#rounds.set(declaration, []);
    const parent = this.program.declarations.find((other) => other.label === declaration.parent);
    const last = declaration.label.slice(declaration.label.lastIndexOf('::') + 2);
    const bases =
      parent === undefined
        ? [{ key: `${this.prefix}${declaration.label}`, scope: this as Scope }]
        : this.rounds(parent).map(({ key, scope }) => ({ key: `${key}::${last}`, scope }));
    const rounds = bases.flatMap(({ key, scope }) => this.#ownRounds(declaration, key, scope));
    this.#rounds.set(declaration, rounds);
    return rounds;
  }

  #ownRounds(declaration: Declaration, key: string, scope: Scope): Round[] {
    const { loop } = declaration;
    const round = { declaration, instance: this };
    if (loop === null) return this.#around.allow(1) ? [{ ...round, key, scope }] : [];
    const { evaluator } = this.#around;
    const collection = settled(evaluator.value(loop.collection, scope));
    const place = evaluator.place(loop.collection, scope);
    if (collection.kind !== 'list' || collection.items.length > mostRounds) {
      const item = unknownOf('dynamic-value', 'an item of a loop', place);
      const names = new Map([[loop.item, item], ...(loop.index === null ? [] : [[loop.index, item] as const])]);
      return this.#around.allow(1) ? [{ ...round, key: `${key}[*]`, scope: withLocals(scope, names) }] : [];
    }
    if (!this.#around.allow(collection.items.length)) return [];
    return collection.items.map((item, index) => ({
      ...round,
      key: `${key}[${index}]`,
      scope: withLocals(scope, loopNames(loop, item, index, place)),
    }));
  }

  /** ARM templates name things in any case. */
  #entry<T>(entries: ReadonlyMap<string, T>, name: string): T | undefined {
    return entries.get(name) ?? (this.program.language === 'arm' ? entryInAnyCase(entries, name) : undefined);
  }

  #parameter(name: string, declared: ParameterDeclaration): Value {
    const given = this.#given(name);
    const place = this.#around.evaluator.place(declared, this);
    const fallback = declared.fallback === null ? null : this.#around.evaluator.value(declared.fallback, this);
    if (this.#isMain) return { kind: 'parameter', name, fallback: given ?? fallback, place };
    if (given !== undefined) return given;
    if (fallback !== null) return fallback;
    if (declared.nullable) return literalOf(null, place);
    return unknownOf('dynamic-value', `${name}, which the module is not given`, place);
  }

  #declared(name: string): Value | undefined {
    const { declarations } = this.program;
    const found =
      declarations.find((one) => one.label === name) ??
      declarations.find((one) => one.parent !== null && one.label.endsWith(`::${name}`));
    if (found === undefined) return undefined;
    const place = this.#around.evaluator.place(found.labelSpan, this);
    const rounds = this.rounds(found);
    const [first] = rounds;
    if (first === undefined && found.loop !== null) return { kind: 'list', items: [], place };
    if (first === undefined) return unknownOf('bound-reached', `${name}, of which nothing was made`, place);
    const isOne = found.loop === null && rounds.length === 1;
    if (isOne) return this.handleOf(first);
    if (rounds.length === 1 && first.key.endsWith('[*]')) return this.#anyOf(this.handleOf(first));
    return { kind: 'list', items: rounds.map((round) => this.handleOf(round)), place };
  }

  /** All rounds of a loop whose length is not known are one: whatever index leads to it. */
  #anyOf(value: Value): Value {
    return { kind: 'list', items: Array.from({ length: 16 }, () => value), place: value.place };
  }

  /** What the name of a resource or module stands for. */
  handleOf(round: Round): Value {
    const place = this.#around.evaluator.place(round.declaration.labelSpan, this);
    const module = this.#around.moduleOf(round);
    if (module === undefined) {
      return { kind: 'reference', resource: this.#around.keyOf(round), attribute: null, place };
    }
    const isWrapped = this.program.language === 'arm'; // `outputs.x.value` there, `outputs.x` in Bicep
    const outputs = [...module.program.outputs].map(([name, expression]): [string, MapEntry] => {
      const key = this.#around.evaluator.place(expression, module);
      const entry: MapEntry = {
        key,
        get value(): Value {
          return module.output(name) ?? unknownOf('unsupported-construct', name, key);
        },
      };
      return [name, isWrapped ? { key, value: mapOf([['value', entry]], key) } : entry];
    });
    const name = this.#around.evaluator.value(round.declaration.body, round.scope);
    return mapOf(
      [
        ['outputs', { key: place, value: mapOf(outputs, place) }],
        ['name', { key: place, value: member(name, 'name', place, true) }],
      ],
      place,
    );
  }

  #imported(name: string): Value | undefined {
    for (const { path, names } of this.program.imports) {
      const found = names.find((one) => one.alias === name);
      if (found === undefined) continue;
      const library = this.#library(path);
      if (library === undefined) return undefined;
      return found.name === null ? exportsOf(library, this.#around.evaluator) : library.symbol(found.name);
    }
    return undefined;
  }

  #library(path: string): Instance | undefined {
    if (this.#libraries.has(path)) return this.#libraries.get(path);
    this.#libraries.set(path, undefined);
    const program = this.files.length > 20 ? undefined : this.#around.load(this.program, path);
    const library =
      program &&
      new Instance(this.#around, program, {
        prefix: this.prefix,
        files: [...this.files, program.file],
        given: () => undefined,
        isMain: false,
      });
    this.#libraries.set(path, library);
    return library;
  }
}

/** The variables of a library that goes by an alias. */
function exportsOf(library: Instance, evaluator: Evaluator): MapValue {
  const place = { file: library.program.file, line: 1, column: 1, endLine: 1, endColumn: 1 };
  const entries = [...library.program.variables].map(([name, expression]): [string, MapEntry] => [
    name,
    {
      key: evaluator.place(expression, library),
      get value(): Value {
        return evaluator.value(expression, library);
      },
    },
  ]);
  return mapOf(entries, place);
}

/** The name under which a declaration is deployed, as its body states it. */
export function deployedName({ declaration, scope }: Round, evaluator: Evaluator): Value | undefined {
  const body = declaration.body.kind === 'object' ? declaration.body : undefined;
  const entry = body?.entries.findLast((one) => one.name === 'name');
  return entry && evaluator.value(entry.value, scope);
}

/** What a module is given for a parameter: `params` in Bicep, `parameters.NAME.value` in ARM templates. */
export function givenTo(round: Round, evaluator: Evaluator): (name: string) => Value | undefined {
  const { module, body } = round.declaration;
  const place = evaluator.place(body, round.scope);
  return (name) => {
    if (module?.kind === 'path') {
      const all = member(evaluator.value(body, round.scope), 'params', place, true);
      return stated(member(all, name, place, true));
    }
    const all = module?.parameters ? evaluator.value(module.parameters, round.scope) : undefined;
    return all && stated(member(member(all, name, place, true), 'value', place, true));
  };
}

/** A parameter that is given null takes its default. */
function stated(value: Value): Value | undefined {
  return value.kind === 'absent' || (value.kind === 'literal' && value.value === null) ? undefined : value;
}

/** The path of a linked template, as far as it is known: the last file name in it. */
export function linkedPath(value: Value): string | undefined {
  const known = textIn(value);
  const texts = known === undefined && value.kind === 'joined' ? value.parts.map((part) => textIn(part)) : [known];
  const found = texts.flatMap((text) => /([\w./-]+\.json)/.exec(text ?? '')?.[1] ?? []).at(-1);
  return found?.replace(/^\/+/, '');
}
