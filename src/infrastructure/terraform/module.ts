// https://developer.hashicorp.com/terraform/language/expressions/references
import { type Place, startOf } from '../../evidence/place.ts';
import type { MapValue, Value } from '../model/value.ts';
import { failure } from './below.ts';
import { blockValue } from './blocks.ts';
import type { Declarations, ResourceDeclaration } from './declarations.ts';
import { entry } from './entries.ts';
import type { Cell, Found, Names, Scope, Step } from './evaluation.ts';
import { type Instances, inCircle } from './instances.ts';
import { lookAtAll } from './look-at-all.ts';
import { literal, unknown } from './make.ts';
import { membersAt } from './members.ts';
import { type Callee, callModule } from './module-calls.ts';
import { type ProviderName, providerBlock, providerOutside } from './providers.ts';
import { relativePath } from './relative-path.ts';
import { addResources } from './resource-instances.ts';
import { expressionOf, placeOf, type Source, type SourceBlock } from './source.ts';
import type { StackState } from './stack.ts';
import type { VariableSource } from './variables.ts';

/** Where a module stands in its stack. */
export interface ModulePosition {
  /** What stands before the addresses of its resources: `module.api["a"].`; empty for the root module. */
  readonly prefix: string;
  /** The module that calls it, and the block that does. */
  readonly caller: { readonly module: Module; readonly block: SourceBlock } | undefined;
  readonly condition: string | null;
  /** More than one module block or instance leads here: its tokens are not one resource's own. */
  readonly shared: boolean;
}

/** One instance of a module: what its names mean, worked out when they are asked for. */
export class Module implements Names {
  readonly declarations: Declarations;
  readonly position: ModulePosition;
  readonly #stack: StackState;
  readonly #variables: VariableSource;
  readonly #cells = new Map<string, Cell>();
  readonly #resources = new Map<string, Instances>();
  readonly #callees = new Map<string, Callee>();

  constructor(declarations: Declarations, position: ModulePosition, stack: StackState, variables: VariableSource) {
    this.declarations = declarations;
    this.position = position;
    this.#stack = stack;
    this.#variables = variables;
  }

  get condition(): string | null {
    return this.position.condition;
  }

  /** Adds all resources of the module, and of those that it calls, to the stack. */
  addAll(): void {
    for (const [address, declaration] of this.declarations.resources) this.#instances(address, declaration);
    for (const name of this.declarations.modules.keys()) this.#callee(name);
    if (this.#stack.evaluator.isObserved) lookAtAll(this, this.#stack.evaluator);
  }

  /** Where expressions of one of the module's files stand. */
  scope(source: Source): Scope {
    return { source, module: this, names: new Map(), shared: this.position.shared };
  }

  find(root: string, steps: readonly Step[], place: Place, text: string): Found {
    const [first] = steps;
    const name = first?.key.kind === 'literal' ? first.key.text : undefined;
    if (name === undefined) return { value: failure(text, place), steps: 0 };
    switch (root) {
      case 'var':
        return { value: this.#variables.value(name, this, place), steps: 1 };
      case 'local':
        return { value: this.#local(name, place, text), steps: 1 };
      case 'path':
        return { value: this.#path(name, place, text), steps: 1 };
      case 'terraform':
      case 'tofu':
        return { value: workspace(name, place, text), steps: 1 };
      case 'module':
        return this.#module(name, steps, place, text);
      case 'each':
      case 'count':
      case 'self':
        return { value: unknown('dynamic-value', text, place), steps: steps.length };
      case 'data':
      case 'ephemeral':
        return this.#resource([root, name, keyText(steps[1])], steps, place, text);
      default:
        return this.#resource([root, name], steps, place, text);
    }
  }

  /** The value of an output; undefined where the module has none of that name. */
  output(name: string): Value | undefined {
    const block = this.declarations.outputs.get(name);
    const written = block && expressionOf(block, 'value');
    if (written === undefined) return undefined;
    return this.#cell(`output ${name}`, written.source, written.expression)();
  }

  /** All outputs, each worked out when it is asked for. */
  outputs(place: Place): MapValue {
    const names = [...this.declarations.outputs.keys()];
    const valueOf =
      (name: string): Cell =>
      () =>
        this.output(name) ?? failure(name, place);
    return {
      kind: 'map',
      entries: new Map(names.map((name) => [name, entry(place, valueOf(name))])),
      open: null,
      place,
    };
  }

  /** The configuration of a provider, here or where the module is called. */
  provider(wanted: ProviderName): MapValue | undefined {
    const block = providerBlock(this.declarations.providers, wanted);
    if (block !== undefined) {
      const place = placeOf(block.source, block.block);
      return blockValue(block.items, place, { ...this.scope(block.source), shared: true }, this.#stack.evaluator);
    }
    const { caller } = this.position;
    const outside = caller && providerOutside(caller.block, wanted);
    return outside && caller?.module.provider(outside);
  }

  #cell(
    name: string,
    source: Source,
    expression: Parameters<typeof placeOf>[1] & Parameters<StackState['evaluator']['value']>[0],
  ): Cell {
    let cell = this.#cells.get(name);
    if (cell === undefined) {
      const { evaluator } = this.#stack;
      const scope = { ...this.scope(source), shared: true };
      cell = evaluator.cell(() => evaluator.value(expression, scope), placeOf(source, expression), name);
      this.#cells.set(name, cell);
    }
    return cell;
  }

  #local(name: string, place: Place, text: string): Value {
    const written = this.declarations.locals.get(name);
    return written === undefined
      ? failure(text, place)
      : this.#cell(`local.${name}`, written.source, written.expression)();
  }

  /** Paths are relative to the root module's folder, from which Terraform is run. */
  #path(name: string, place: Place, text: string): Value {
    if (name === 'root' || name === 'cwd') return literal('.', place);
    if (name !== 'module') return failure(text, place);
    return literal(relativePath(this.#stack.folder, this.declarations.folder), place);
  }

  #resource(names: readonly (string | undefined)[], steps: readonly Step[], place: Place, text: string): Found {
    const address = names.join('.');
    const declaration = this.declarations.resources.get(address);
    if (declaration === undefined) return { value: failure(text, place), steps: steps.length };
    const base = names.length - 1;
    const instances = this.#instances(address, declaration);
    const valueOf = (suffix: string): Value => {
      const id = `${this.position.prefix}${address}${suffix}`;
      return { kind: 'reference', resource: id, attribute: null, place };
    };
    const found = membersAt(instances, valueOf, steps.slice(base), place, text, this.#stack.evaluator);
    return { value: found.value, steps: base + found.steps };
  }

  #instances(address: string, declaration: ResourceDeclaration): Instances {
    const known = this.#resources.get(address);
    if (known !== undefined) return known;
    this.#resources.set(address, inCircle); // while it leads to itself
    const made = addResources(declaration, `${this.position.prefix}${address}`, this, this.#stack);
    this.#resources.set(address, made);
    return made;
  }

  #module(name: string, steps: readonly Step[], place: Place, text: string): Found {
    const callee = this.#callee(name);
    if (callee === undefined) return { value: failure(text, place), steps: steps.length };
    const valueOf = (suffix: string): Value => {
      const module = callee.modules.get(suffix);
      if (module !== undefined) return module.outputs(place);
      return { kind: 'reference', resource: `${this.position.prefix}module.${name}${suffix}`, attribute: null, place };
    };
    const found = membersAt(callee.instances, valueOf, steps.slice(1), place, text, this.#stack.evaluator);
    return { value: found.value, steps: 1 + found.steps };
  }

  #callee(name: string): Callee | undefined {
    const known = this.#callees.get(name);
    const block = this.declarations.modules.get(name);
    if (known !== undefined || block === undefined) return known;
    this.#callees.set(name, { instances: inCircle, modules: new Map() }); // while it leads to itself
    const callee = callModule(block, `${this.position.prefix}module.${name}`, this, this.#stack);
    this.#callees.set(name, callee);
    for (const module of callee.modules.values()) module.addAll();
    return callee;
  }
}

function keyText(step: Step | undefined): string | undefined {
  return step?.key.kind === 'literal' ? step.key.text : undefined;
}

/** The workspace that is selected when Terraform is run. */
function workspace(name: string, place: Place, text: string): Value {
  if (name !== 'workspace') return failure(text, place);
  return { kind: 'parameter', name: 'terraform.workspace', fallback: literal('default', startOf(place.file)), place };
}
