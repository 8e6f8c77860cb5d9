// https://states-language.net/spec.html
import type { Resource } from '../../infrastructure/model/resource.ts';
import type { Value } from '../../infrastructure/model/value.ts';
import { valuesAt } from '../../services/bind/values-at.ts';
import { writtenText } from '../declared/resource-text.ts';

/** A part of a state machine's definition: as the template writes it, or read from a text of JSON. */
export type Part = string | number | boolean | null | Value | readonly Part[] | { readonly [name: string]: Part };

/** The definition of a state machine as far as it stands in the template: as a map, or as a text of JSON; undefined elsewhere. */
export function definitionOf(machine: Resource): Part | undefined {
  const [map] = [...valuesAt(machine.properties, 'Definition'), ...valuesAt(machine.properties, 'definition')];
  if (map?.kind === 'map') return map;
  const text = map ?? valuesAt(machine.properties, 'DefinitionString')[0];
  if (text?.kind === 'map') return text;
  const given = new Map([...valuesAt(machine.properties, 'DefinitionSubstitutions')].flatMap(entriesOf));
  return text === undefined ? undefined : parsed(text, given);
}

function entriesOf(value: Value): [string, Value][] {
  return value.kind === 'map' ? [...value.entries].map(([name, entry]) => [name, entry.value]) : [];
}

const longestText = 1 << 20;

/** Values within the text are marked by a number, and put back where a string is one of them and nothing else. */
function parsed(text: Value, given: ReadonlyMap<string, Value>): Part | undefined {
  const parts = text.kind === 'joined' ? text.parts : [text];
  const values: Value[] = [];
  let json = '';
  for (const part of parts) {
    if (part.kind === 'literal') json += part.text;
    else json += `\${#${values.push(part) - 1}}`;
  }
  if (json.length > longestText) return undefined;
  try {
    return JSON.parse(json, (_, value: unknown) =>
      typeof value === 'string' ? put(value, values, given) : value,
    ) as Part;
  } catch {
    return undefined;
  }
}

function put(text: string, values: readonly Value[], given: ReadonlyMap<string, Value>): Part {
  const [, name = ''] = /^\$\{([^{}]+)\}$/.exec(text) ?? [];
  if (name === '') return text.replaceAll(/\$\{#(\d+)\}/g, (_, number: string) => writtenAt(values, Number(number)));
  return (name.startsWith('#') ? values[Number(name.slice(1))] : given.get(name)) ?? text;
}

/** A value within a text as the template has it. */
function writtenAt(values: readonly Value[], number: number): string {
  const value = values[number];
  return value === undefined ? '' : writtenText(value).text;
}

/** What stands under a name of a part. */
export function partAt(part: Part | undefined, name: string): Part | undefined {
  if (part === undefined || part === null || typeof part !== 'object') return undefined;
  if (isValue(part)) return part.kind === 'map' ? part.entries.get(name)?.value : undefined;
  return Array.isArray(part) ? undefined : (part as { readonly [name: string]: Part })[name];
}

/** The parts of a list, or those under the names of a map. */
export function partsOf(part: Part | undefined): readonly Part[] {
  if (part === undefined || part === null || typeof part !== 'object') return [];
  if (!isValue(part)) return Array.isArray(part) ? part : Object.values(part);
  if (part.kind === 'list') return part.items;
  return part.kind === 'map' ? [...part.entries.values()].map(({ value }) => value) : [];
}

/** The names of a map's parts. */
export function namesOf(part: Part | undefined): readonly string[] {
  if (part === undefined || part === null || typeof part !== 'object' || Array.isArray(part)) return [];
  if (isValue(part)) return part.kind === 'map' ? [...part.entries.keys()] : [];
  return Object.keys(part);
}

/** True for what the template writes: a value with its place. */
export function isValue(part: Part): part is Value {
  return typeof part === 'object' && part !== null && 'place' in part && 'kind' in part;
}
