// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
import { evidence } from '../../evidence/evidence.ts';
import { readText } from '../../infrastructure/model/reading.ts';
import type { Resource } from '../../infrastructure/model/resource.ts';
import type { MapValue, Value } from '../../infrastructure/model/value.ts';
import { alternativesOf, itemsOf } from './alternatives.ts';
import { type Collected, type Grant, nothing } from './grant.ts';
import { resourcesOf } from './resource-text.ts';
import { addDocument, addUnknown, effectOf } from './statements.ts';
import { resourceAt, type Surroundings } from './surroundings.ts';

const deepest = 10;

/** Collects a policy by what a resource is given for it: a document, JSON, or a data source that is one. */
export function addPolicyValue(into: Collected, value: Value, around: Surroundings, sure = true, depth = 0): void {
  for (const { value: one, sure: always } of alternativesOf(value)) {
    const resource = one.kind === 'reference' ? resourceAt(around, one.resource) : undefined;
    if (resource?.type === 'data.aws_iam_policy_document' && depth < deepest) {
      const found = sourceOf(resource, around, depth);
      into.grants.push(...found.grants.map(({ grant }) => ({ ...grant, sure: grant.sure && sure && always })));
      into.unknown.push(...found.unknown);
    } else if (resource?.properties.entries.has('policy') === true && depth < deepest) {
      addPolicyValue(into, resource.properties.entries.get('policy')?.value ?? one, around, sure && always, depth + 1);
    } else if (one.kind === 'reference') addUnknown(into, one, 'a policy');
    else addDocument(into, one, sure && always);
  }
}

interface Named {
  readonly sid: string | null;
  readonly grant: Grant;
}

interface Source {
  readonly grants: Named[];
  readonly unknown: Collected['unknown'];
}

/** The statements of a data source: its sources, its own, and what overrides them by `sid`. */
function sourceOf(resource: Resource, around: Surroundings, depth: number): Source {
  const { entries } = resource.properties;
  const others = (...names: string[]): Source[] =>
    names
      .flatMap((name) => itemsOf(entries.get(name)?.value ?? absent(resource)))
      .map(({ value }) => given(value, around, depth));
  const sources = others('source_policy_documents', 'source_json');
  const own: Source = { grants: [], unknown: nothing().unknown };
  for (const { value, sure } of itemsOf(entries.get('statement')?.value ?? absent(resource))) {
    if (value.kind === 'map') own.grants.push({ sid: sidOf(value), grant: blockGrant(value, sure, resource) });
    else addUnknown({ grants: [], unknown: own.unknown }, value, 'a statement');
  }
  const overrides = others('override_policy_documents', 'override_json');
  const replaced = new Set(overrides.flatMap(({ grants }) => grants.flatMap(({ sid }) => sid ?? [])));
  const kept = [...sources, own].flatMap(({ grants }) =>
    grants.filter(({ sid }) => sid === null || !replaced.has(sid)),
  );
  return {
    grants: [...kept, ...overrides.flatMap(({ grants }) => grants)],
    unknown: [...sources, own, ...overrides].flatMap(({ unknown }) => unknown),
  };
}

function given(value: Value, around: Surroundings, depth: number): Source {
  const resource = value.kind === 'reference' ? resourceAt(around, value.resource) : undefined;
  if (resource?.type === 'data.aws_iam_policy_document' && depth < deepest)
    return sourceOf(resource, around, depth + 1);
  const found = nothing();
  addPolicyValue(found, value, around, true, depth + 1);
  return { grants: found.grants.map((grant) => ({ sid: null, grant })), unknown: found.unknown };
}

function blockGrant(block: MapValue, sure: boolean, resource: Resource): Grant {
  const texts = (name: string): string[] =>
    itemsOf(block.entries.get(name)?.value ?? absent(resource)).flatMap(({ value }) => {
      const reading = readText(value);
      return reading.known ? [reading.value.trim()] : [];
    });
  const resources = (name: string): Grant['resources'] =>
    resourcesOf(block.entries.get(name)?.value ?? absent(resource));
  const effect = effectOf(block.entries.get('effect')?.value);
  const conditions = itemsOf(block.entries.get('condition')?.value ?? absent(resource));
  const actions = texts('actions');
  return {
    effect: effect.effect,
    actions,
    notActions: texts('not_actions'),
    resources: resources('resources'),
    notResources: resources('not_resources'),
    conditions: conditions.length > 0,
    conditionKeys: conditions.flatMap(({ value }) => {
      const variable = value.kind === 'map' ? value.entries.get('variable')?.value : undefined;
      return variable === undefined ? [] : [readText(variable).text];
    }),
    sure: sure && effect.sure && block.open === null,
    origin: { kind: 'statement' },
    from: evidence(block.place, actions.join(', ')),
    list: resource.place,
  };
}

function sidOf(block: MapValue): string | null {
  const sid = block.entries.get('sid')?.value;
  const reading = sid === undefined ? undefined : readText(sid);
  return reading?.known === true && reading.value !== '' ? reading.value : null;
}

function absent({ place }: Resource): Value {
  return { kind: 'absent', place };
}
