import { readText } from '../../infrastructure/model/reading.ts';
import { property, type Resource, type Stack } from '../../infrastructure/model/resource.ts';
import type { MapValue, Value } from '../../infrastructure/model/value.ts';
import type { Variable } from '../service.ts';
import { resourceNamed } from './names.ts';
import { settingPathsOf } from './setting-paths.ts';
import { unitResources } from './unit-resources.ts';
import { referencesIn, resourceIn, valuesAt } from './values-at.ts';

/**
 * The environment variables that a unit's definition sets, in the order of the text, with the resource of the stack that
 * each one names; those of all its containers, where it has several.
 */
export function environmentOf(resource: Resource, stack: Stack): Variable[] {
  const found = new Map<string, Variable>();
  const add = (variable: Omit<Variable, 'resource'>): void => {
    if (!found.has(variable.name)) found.set(variable.name, { ...variable, resource: namedBy(variable.value, stack) });
  };
  for (const one of unitResources(resource, stack)) {
    const paths = settingPathsOf(one.type);
    for (const path of paths?.environment ?? []) {
      for (const value of valuesAt(one.properties, path)) for (const variable of variablesIn(value)) add(variable);
    }
    for (const path of paths?.environmentFrom ?? []) {
      for (const value of valuesAt(one.properties, path)) for (const variable of dataOf(value, stack)) add(variable);
    }
  }
  for (const variable of besideSite(resource, stack)) add(variable);
  return [...found.values()];
}

/** The resource that a value names by reference, by its deployed name, or as the only one in a text; null for none. */
function namedBy(value: Value, stack: Stack): string | null {
  const ids = new Set(referencesIn(value).map(({ resource }) => resource));
  const [id, ...others] = ids;
  if (id !== undefined && others.length === 0) return resourceIn(stack, id)?.id ?? (id.includes('#') ? id : null);
  return ids.size > 0 ? null : (resourceNamed(value, stack)?.id ?? null);
}

type Found = Omit<Variable, 'resource'>;

/** What holds the name of an item of a list of variables, and what its value, in all the formats. */
const nameKeys = ['name', 'Name', 'key', 'Key'];
const valueKeys = [
  'value',
  'Value',
  'valueFrom',
  'ValueFrom',
  'value_source',
  'value_from',
  'secretRef',
  'secret_name',
  'secret',
];

/** The variables of a map, or the one of an item that has a name and a value. */
function variablesIn(value: Value): Found[] {
  if (value.kind !== 'map') return [];
  const name = nameKeys.map((key) => value.entries.get(key)).find((entry) => entry?.value.kind === 'literal');
  const set = valueKeys.map((key) => value.entries.get(key)).find((entry) => entry !== undefined);
  if (name?.value.kind !== 'literal' || set === undefined) return entriesOf(value);
  const kept = value.entries.get('secretRef')?.value;
  const given = kept === undefined ? inside(set.value) : secretOf(kept);
  return [{ name: name.value.text, value: given, place: name.value.place }];
}

/** What a secret or field stands for is the thing that it refers to. */
function inside(value: Value): Value {
  if (value.kind !== 'map') return value;
  const [only, ...others] = referencesIn(value);
  return only === undefined || others.length > 0 ? value : only.value;
}

/** What an app of Azure keeps under a name is not that name. */
function secretOf(name: Value): Value {
  return { kind: 'unknown', reason: 'dynamic-value', text: `the secret ${readText(name).text}`, place: name.place };
}

function entriesOf(map: MapValue): Found[] {
  return [...map.entries].map(([name, { key, value }]) => ({ name, value, place: key }));
}

/** All the data of a ConfigMap. */
function dataOf(value: Value, stack: Stack): Found[] {
  const source = value.kind === 'reference' ? stack.resources.get(value.resource) : undefined;
  const data = source && property(source, 'data');
  return data?.kind === 'map' ? entriesOf(data) : [];
}

const siteSettings = /^(Microsoft\.Web\/sites(\/slots)?\/config|azurerm_app_service_slot)$/;

/** Application settings of Azure that stand in a resource of their own below the site. */
function besideSite(resource: Resource, stack: Stack): Found[] {
  if (!resource.type.startsWith('Microsoft.Web/sites')) return [];
  return [...stack.resources.values()].flatMap((other) => {
    if (!siteSettings.test(other.type)) return [];
    const name = property(other, 'name');
    const parent = property(other, 'parent');
    const isOurs =
      parent === undefined || referencesIn(parent).some((one) => resourceIn(stack, one.resource) === resource);
    const settings = property(other, 'properties');
    if (!isOurs || name?.kind !== 'literal' || !name.text.endsWith('appsettings') || settings?.kind !== 'map')
      return [];
    return entriesOf(settings);
  });
}
