// https://developer.hashicorp.com/terraform/language/modules/syntax
import { joinPath } from '../../repository/paths.ts';
import type { Resource } from '../model/resource.ts';
import { cloudOfModule } from './clouds.ts';
import { isLocal, sourceOfModule } from './declarations.ts';
import { type Instance, type Instances, instancesOf } from './instances.ts';
import type { Module } from './module.ts';
import { calledAt, partsOf } from './resource-instances.ts';
import { labelText, placeOf, type SourceBlock } from './source.ts';
import type { StackState } from './stack.ts';
import { tagsOf } from './tags.ts';
import { givenArguments } from './variables.ts';

/** What a module block calls: modules by the suffix of their instance; none where the module is not in the tree. */
export interface Callee {
  readonly instances: Instances;
  readonly modules: ReadonlyMap<string, Module>;
}

const deepestCall = 20;

/** What a module block declares. A module that is not in the tree is a resource of the stack, with its arguments. */
export function callModule(block: SourceBlock, address: string, caller: Module, stack: StackState): Callee {
  const scope = caller.scope(block.source);
  const instances = instancesOf(block, scope, stack.evaluator);
  const modules = new Map<string, Module>();
  const declarations = inTree(block, caller, stack);
  for (const instance of [...instances.known, ...(instances.rest === undefined ? [] : [instances.rest])]) {
    if (!stack.admit()) {
      stack.fault(placeOf(block.source, block.block.typeSpan), 'too many modules: the rest is left out');
      break;
    }
    const id = `${address}${instance.suffix}`;
    const condition = instances.condition ?? caller.condition;
    if (declarations === undefined) {
      stack.add(external(block, id, instance, condition, caller, stack));
      continue;
    }
    const shared = caller.position.shared || instances.by !== 'one' || stack.callersOf(declarations.folder) > 1;
    const position = { prefix: `${id}.`, caller: { module: caller, block }, condition, shared };
    const variables = givenArguments(block, { ...scope, names: instance.names, shared: true }, stack.evaluator);
    modules.set(instance.suffix, stack.open(declarations, position, variables));
  }
  return { instances, modules };
}

/** What the called folder declares; undefined where it is not in the tree, calls itself, or is called too deep. */
function inTree(block: SourceBlock, caller: Module, stack: StackState): ReturnType<StackState['declarationsOf']> {
  const source = sourceOfModule(block);
  if (source === undefined || !isLocal(source)) return undefined;
  const folder = joinPath(caller.declarations.folder, source);
  const declarations = folder === undefined ? undefined : stack.declarationsOf(folder);
  const place = placeOf(block.source, block.block.typeSpan);
  if (declarations === undefined) {
    stack.fault(place, `the module ${source} is not in the tree`);
    return undefined;
  }
  let above: Module | undefined = caller;
  let depth = 0;
  for (; above !== undefined; above = above.position.caller?.module) {
    depth++;
    if (above.declarations.folder === declarations.folder || depth > deepestCall) {
      stack.fault(place, depth > deepestCall ? 'modules are nested too deeply' : `the module ${source} calls itself`);
      return undefined;
    }
  }
  return declarations;
}

function external(
  block: SourceBlock,
  id: string,
  instance: Instance,
  condition: string | null,
  caller: Module,
  stack: StackState,
): Resource {
  const source = sourceOfModule(block) ?? 'unknown';
  const { evaluator } = stack;
  const place = placeOf(block.source, block.block);
  const label = block.block.labels[0] ?? block.block.typeSpan;
  const scope = { ...caller.scope(block.source), names: instance.names };
  const parts = partsOf(block.items, place, { ...scope, shared: scope.shared || instance.suffix !== '' }, evaluator);
  const type = `module:${source}`;
  return {
    id,
    cloud: cloudOfModule(source),
    type,
    kind: stack.kindOf(type),
    condition,
    ...calledAt(caller),
    place,
    key: placeOf(block.source, label),
    path: ['module', labelText(block, 0)],
    get properties() {
      return parts.properties;
    },
    get metadata() {
      return parts.metadata;
    },
    get tags() {
      return tagsOf(parts.properties, undefined, evaluator);
    },
  };
}
