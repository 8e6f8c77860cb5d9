import { startOf } from '../../evidence/place.ts';
import type { Expression } from '../../syntax/bicep/index.ts';
import type { ReadingContext } from '../model/reader.ts';
import type { Resource, Stack } from '../model/resource.ts';
import { valueAt } from '../model/resource.ts';
import type { MapEntry, MapValue, Value } from '../model/value.ts';
import { Evaluator, loopNames, type Observer } from './evaluate.ts';
import { deployedName, givenTo, Instance, linkedPath, type Round, type Surroundings } from './instance.ts';
import { rendered } from './join.ts';
import type { Programs } from './load.ts';
import { literalOf, mapOf, settled, textIn, unknownOf } from './plain.ts';
import type { Declaration, Program } from './program.ts';
import { withLocals } from './scope.ts';

const mostResources = 5_000;
const deepestModules = 24;

/** What a main file is read with. */
export interface MainFile {
  readonly program: Program;
  /** What a parameters file gives. */
  readonly given: (name: string) => Value | undefined;
}

/** Reads a main file with the modules in the tree that it calls into one stack. */
export function readStack(main: MainFile, programs: Programs, context: ReadingContext, observe?: Observer): Stack {
  const builder = new StackBuilder(programs, context, observe);
  builder.build(main);
  const { file, language } = main.program;
  return { file, format: language, resources: builder.resources, faults: builder.faults };
}

class StackBuilder implements Surroundings {
  readonly resources: Map<string, Resource> = new Map();
  readonly faults: { place: Stack['faults'][number]['place']; message: string }[] = [];
  readonly evaluator: Evaluator;
  readonly #programs: Programs;
  readonly #context: ReadingContext;
  readonly #modules = new Map<Round, Instance | undefined>();
  readonly #rounds: Round[] = [];
  readonly #aliases = new Map<Round, string>();
  readonly #said = new Set<string>();
  #made = 0;

  constructor(programs: Programs, context: ReadingContext, observe: Observer | undefined) {
    this.#programs = programs;
    this.#context = context;
    this.evaluator = new Evaluator((file, path) => programs.textBeside(file, path), observe);
  }

  build({ program, given }: MainFile): void {
    const main = new Instance(this, program, { prefix: '', files: [program.file], given, isMain: true });
    this.#expand(main, null);
  }

  load(from: Program, path: string): Program | undefined {
    return this.#programs.beside(from.file, path);
  }

  allow(count: number): boolean {
    this.#made += count;
    return this.#made <= mostResources;
  }

  moduleOf(round: Round): Instance | undefined {
    if (this.#modules.has(round)) return this.#modules.get(round);
    this.#modules.set(round, undefined);
    const module = this.#module(round);
    this.#modules.set(round, module);
    return module;
  }

  #module(round: Round): Instance | undefined {
    const { declaration, instance, key, scope } = round;
    const { module } = declaration;
    if (module === null) return undefined;
    const path =
      module.kind === 'path'
        ? module.path
        : module.kind === 'link'
          ? linkedPath(this.evaluator.value(module.link, scope))
          : undefined;
    const program = module.kind === 'inline' ? module.program : path && this.load(instance.program, path);
    if (!program) {
      if (path === undefined || !/^(br|ts)[:/]/.test(path))
        this.#fault(round, `the module ${path ?? declaration.label} is not in the repository`);
      return undefined;
    }
    if (module.kind !== 'inline' && instance.files.includes(program.file)) {
      this.#fault(round, `the module ${program.file} calls itself`);
      return undefined;
    }
    if (instance.files.length > deepestModules) return undefined;
    return new Instance(this, program, {
      prefix: `${key}.`,
      files: [...instance.files, program.file],
      given: givenTo(round, this.evaluator),
      isMain: false,
      outer: module.kind === 'inline' && module.outer ? scope : undefined,
    });
  }

  keyOf(round: Round): string {
    if (!round.declaration.existing) return round.key;
    const known = this.#aliases.get(round);
    if (known !== undefined) return known;
    this.#aliases.set(round, round.key);
    const name = deployedName(round, this.evaluator);
    const alias =
      (name && this.#named(name)) ?? (name && this.resource(round.declaration.type ?? '', name)) ?? round.key;
    this.#aliases.set(round, alias);
    return alias;
  }

  /** The resource whose name it is: `storage.name`, `storage.outputs.name`. */
  #named(name: Value): string | undefined {
    const value = settled(name);
    const only = value.kind === 'joined' && value.parts.length === 1 ? value.parts[0] : value;
    return only?.kind === 'reference' && /name$/i.test(only.attribute ?? '') ? only.resource : undefined;
  }

  resource(type: string, name: Value): string | undefined {
    const wanted = rendered(name);
    const kind = plainType(type);
    const found = this.#rounds.find(
      (round) =>
        !round.declaration.existing && plainType(this.#typeOf(round)) === kind && this.#nameOf(round) === wanted,
    );
    return wanted === undefined ? undefined : found?.key;
  }

  resourceNamed(name: Value): string | undefined {
    const wanted = rendered(name);
    if (wanted === undefined) return undefined;
    const found = this.#rounds.filter((round) => this.#nameOf(round) === wanted);
    return found.length === 1 ? found[0]?.key : undefined;
  }

  handle(key: string): Value | undefined {
    const round = this.#rounds.find((one) => one.key === key);
    return round !== undefined && this.moduleOf(round) !== undefined ? round.instance.handleOf(round) : undefined;
  }

  #nameOf(round: Round): string | undefined {
    const { declaration, instance } = round;
    const { module } = declaration;
    const place = this.evaluator.place(declaration, round.scope);
    const isRegistry = module?.kind === 'path' && this.moduleOf(round) === undefined;
    const name = isRegistry ? valueAt(this.#properties(round, place), 'name') : deployedName(round, this.evaluator);
    const text = name && rendered(name);
    const parent = instance.program.declarations.find(({ label }) => label === declaration.parent);
    const above = parent && instance.rounds(parent)[0];
    return above === undefined || text === undefined || text.includes('/')
      ? text
      : `${this.#nameOf(above) ?? ''}/${text}`;
  }

  /** Makes the resources of an instance, and those of its modules. */
  #expand(instance: Instance, condition: string | null): void {
    for (const fault of instance.program.faults) {
      const place = this.evaluator.place(fault, instance);
      const said = `${place.file}:${place.line}:${place.column}`;
      if (!this.#said.has(said)) this.faults.push({ place, message: fault.message });
      this.#said.add(said);
    }
    for (const declaration of instance.program.declarations) {
      const own = declaration.condition;
      const rounds = instance.rounds(declaration);
      if (rounds.length === 0) this.#observeUnmade(declaration, instance);
      for (const round of rounds) {
        this.evaluator.observeAll([declaration.body, ...(own === null ? [] : [own])], round.scope);
        const text = own === null ? null : this.#conditionOf(own, round);
        const both = condition === null ? text : text === null ? condition : `${condition} && ${text}`;
        const module = this.moduleOf(round);
        this.#rounds.push(round);
        if (module === undefined) this.resources.set(round.key, this.#resource(round, both));
        else this.#expand(module, both);
      }
    }
    const { parameters, variables, outputs } = instance.program;
    const defaults = [...parameters.values()].flatMap(({ fallback }) => fallback ?? []);
    this.evaluator.observeAll([...defaults, ...variables.values(), ...outputs.values()], instance);
    if (this.#made > mostResources && !this.#said.has('bound')) {
      this.#said.add('bound');
      this.faults.push({ place: startOf(instance.program.file), message: 'declares more resources than are read' });
    }
  }

  /** What a loop over nothing would make, for who observes. */
  /** The text of a condition; null for one that holds by what the program itself says, whatever a deployment is given. */
  #conditionOf(condition: Expression, { instance, scope }: Round): string | null {
    const value = this.evaluator.value(condition, scope);
    if (value.kind === 'literal' && value.value === true) return null;
    return instance.program.text.slice(condition.start, condition.end).slice(0, 300);
  }

  #observeUnmade({ body, loop, labelSpan }: Declaration, instance: Instance): void {
    const place = this.evaluator.place(labelSpan, instance);
    const item = unknownOf('dynamic-value', 'an item of a loop', place);
    if (loop !== null) this.evaluator.observeAll([body], withLocals(instance, loopNames(loop, item, 0, place)));
  }

  #resource(round: Round, condition: string | null): Resource {
    const { declaration, instance, key } = round;
    const place = this.evaluator.place(declaration, instance);
    const type = this.#typeOf(round);
    let properties: MapValue | undefined;
    const propertiesOf = (): MapValue => (properties ??= this.#properties(round, place));
    // Sites are web applications or functions by the `kind` that they state.
    const kindOf = (stated: MapValue): string | null => {
      const variant = textIn(valueAt(stated, 'kind'))?.split(',', 1)[0];
      return this.#context.kindOf(`${type} ${variant}`) ?? this.#context.kindOf(type);
    };
    const metadataOf = (): MapValue => this.#metadata(round, place);
    return {
      id: key,
      cloud: 'azure',
      type,
      get kind() {
        return kindOf(propertiesOf());
      },
      condition,
      ...(declaration.existing && { existing: true as const }),
      get properties() {
        return propertiesOf();
      },
      get tags() {
        const tags = valueAt(propertiesOf(), 'tags');
        const found = tags === undefined ? null : settled(tags);
        return found === null || found.kind === 'map' ? found : openMap(found);
      },
      get metadata() {
        return metadataOf();
      },
      place,
      key: this.evaluator.place(declaration.labelSpan, instance),
      path: [key],
    };
  }

  #typeOf({ declaration }: Round): string {
    if (declaration.type !== null) return declaration.type;
    const { module } = declaration;
    return `module:${module?.kind === 'path' ? module.path : declaration.label}`;
  }

  /** The body of a resource; what a module is given. */
  #properties(round: Round, place: Resource['place']): MapValue {
    const body = this.evaluator.value(round.declaration.body, round.scope);
    const value = round.declaration.module === null ? body : valueAt(body, 'params');
    const found = value === undefined ? undefined : settled(value);
    if (found?.kind === 'map') return found;
    return found === undefined ? mapOf([], place) : openMap(found);
  }

  /** The version of a module, and what stands beside its parameters. */
  #metadata(round: Round, place: Resource['place']): MapValue {
    const { module, body } = round.declaration;
    if (module?.kind !== 'path') return mapOf([], place);
    const entries: [string, MapEntry][] = [];
    if (module.version !== null) entries.push(['version', { key: place, value: literalOf(module.version, place) }]);
    const value = this.evaluator.value(body, round.scope);
    if (value.kind === 'map') entries.push(...[...value.entries].filter(([name]) => name !== 'params'));
    return mapOf(entries, place);
  }

  #fault({ declaration, instance }: Round, message: string): void {
    this.faults.push({ place: this.evaluator.place(declaration.labelSpan, instance), message });
  }
}

/** A map of which nothing is known. */
function openMap(value: Value): MapValue {
  const open =
    value.kind === 'unknown'
      ? value
      : ({ kind: 'unknown', reason: 'dynamic-value', text: `a ${value.kind} value`, place: value.place } as const);
  return { kind: 'map', entries: new Map(), open, place: value.place };
}

/**
 * A type without what differs between a resource's and that of the verified module which makes it:
 * `Microsoft.Storage/storageAccounts`, `module:br/public:avm/res/storage/storage-account`.
 */
function plainType(type: string): string {
  return type
    .toLowerCase()
    .replace(/^module:br[:/].*avm\/res\//, '')
    .replace(/^microsoft\./, '')
    .replaceAll('-', '')
    .replace(/s$/, '');
}
