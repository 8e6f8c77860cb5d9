import type { Place } from '../../evidence/place.ts';
import type { Resource } from '../model/resource.ts';
import type { MapValue } from '../model/value.ts';
import { blockValue } from './blocks.ts';
import { cloudOfType, providerOfType } from './clouds.ts';
import type { ResourceDeclaration } from './declarations.ts';
import type { Evaluation, Scope } from './evaluation.ts';
import { type Instances, instancesOf } from './instances.ts';
import type { Module } from './module.ts';
import { providerNamed } from './providers.ts';
import { placeOf, type SourceItem } from './source.ts';
import type { StackState } from './stack.ts';
import { tagsOf } from './tags.ts';

/** Arguments that are Terraform's own: what they say of the resource is its metadata. */
const metadataNames = new Set(['depends_on', 'lifecycle', 'provisioner', 'connection']);
const otherNames = new Set(['count', 'for_each', 'provider', 'providers']);

/** Adds the resources that a block declares to the stack, and gives their instances. */
export function addResources(from: ResourceDeclaration, address: string, module: Module, stack: StackState): Instances {
  const scope = module.scope(from.source);
  const instances = instancesOf(from, scope, stack.evaluator);
  const condition = instances.condition ?? module.condition;
  const all = [...instances.known, ...(instances.rest === undefined ? [] : [instances.rest])];
  const shared = scope.shared || instances.by !== 'one';
  for (const instance of all) {
    if (!stack.admit()) {
      stack.fault(placeOf(from.source, from.block.typeSpan), 'too many resources: the rest is left out');
      break;
    }
    const id = `${address}${instance.suffix}`;
    stack.add(resourceOf(from, id, { ...scope, names: instance.names, shared }, condition, module, stack));
  }
  return instances;
}

function resourceOf(
  from: ResourceDeclaration,
  id: string,
  scope: Scope,
  condition: string | null,
  module: Module,
  stack: StackState,
): Resource {
  const { evaluator } = stack;
  const { source, block, mode, type, name } = from;
  const label = block.labels[1] ?? block.typeSpan;
  const place = placeOf(source, block);
  const parts = partsOf(from.items, place, scope, evaluator);
  let tags: MapValue | null | undefined;
  const provider = (): MapValue | undefined => module.provider(providerNamed(from, providerOfType(type)));
  return {
    id,
    cloud: cloudOfType(type),
    type: mode === 'resource' ? type : `${mode}.${type}`,
    kind: mode === 'resource' ? stack.kindOf(type) : null,
    condition,
    ...calledAt(module),
    place,
    key: placeOf(source, label),
    path: [mode, type, name],
    get properties() {
      return parts.properties;
    },
    get metadata() {
      return parts.metadata;
    },
    get tags() {
      if (mode !== 'resource') return null;
      if (tags === undefined) tags = tagsOf(parts.properties, provider(), evaluator);
      return tags;
    },
  };
}

/** Where the root module calls what leads to a module; nothing for the root itself. */
export function calledAt({ position }: Module): Pick<Resource, 'calledAt'> {
  let caller = position.caller;
  while (caller?.module.position.caller !== undefined) caller = caller.module.position.caller;
  if (caller === undefined) return {};
  const { source, block } = caller.block;
  return { calledAt: placeOf(source, block.labels[0] ?? block.typeSpan) };
}

/** The arguments of a block without those that are Terraform's own, and these; each worked out on first use. */
export function partsOf(
  items: readonly SourceItem[],
  place: Place,
  scope: Scope,
  evaluation: Evaluation,
): { readonly properties: MapValue; readonly metadata: MapValue } {
  let properties: MapValue | undefined;
  let metadata: MapValue | undefined;
  return {
    get properties() {
      const written = items.filter((item) => !isOwn(item) && !otherNames.has(nameOf(item)));
      properties ??= blockValue(written, place, scope, evaluation);
      return properties;
    },
    get metadata() {
      metadata ??= blockValue(items.filter(isOwn), place, scope, evaluation);
      return metadata;
    },
  };
}

function isOwn(item: SourceItem): boolean {
  return metadataNames.has(nameOf(item));
}

function nameOf({ item }: SourceItem): string {
  return item.kind === 'attribute' ? item.name : item.type;
}
