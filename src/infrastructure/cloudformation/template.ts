// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html
import type { Place } from '../../evidence/place.ts';
import type { DataNode, DataTree, Entry, MappingNode, SyntaxFault } from '../../syntax/data-tree.ts';
import { asMapping, at, entryOf, keyOf, textOf } from '../../syntax/navigate.ts';
import type { Resource, Stack } from '../model/resource.ts';
import type { MapValue } from '../model/value.ts';
import { Evaluator } from './evaluate.ts';
import { globalsFor, withGlobals } from './globals.ts';
import { tagsOf } from './tags.ts';
import { unknownFunctions } from './unknown-functions.ts';

/** True if the tree is a CloudFormation template: a mapping with `Resources` whose entries have a `Type`. */
export function isTemplate(tree: DataTree): boolean {
  const resources = asMapping(at(tree.documents[0], 'Resources'));
  if (resources === undefined) return at(tree.documents[0], 'AWSTemplateFormatVersion') !== undefined;
  return (
    at(tree.documents[0], 'AWSTemplateFormatVersion') !== undefined ||
    resources.entries.some((entry) => /^(AWS|Alexa|Custom)::/.test(textOf(at(entry.value, 'Type')) ?? ''))
  );
}

/**
 * Reads a template into a stack. Properties are evaluated when they are first asked for. `kindOf` gives the normalised
 * kind of a resource type. Faults of the text and resources that have no type are listed; the rest stands.
 */
export function readTemplate(file: string, tree: DataTree, kindOf: (type: string) => string | null): Stack {
  const root = tree.documents[0];
  const resources = asMapping(at(root, 'Resources'))?.entries ?? [];
  const evaluator = new Evaluator(file, tree, {
    parameters: nodesByName(at(root, 'Parameters')),
    mappings: nodesByName(at(root, 'Mappings')),
    resources: new Set(resources.flatMap((entry) => keyOf(entry) ?? [])),
  });
  const faults = tree.faults
    .filter(losesSomething)
    .map((fault) => ({ place: evaluator.place(fault), message: fault.message }));
  const found = new Map<string, Resource>();
  for (const entry of resources) {
    const resource = readResource(entry, evaluator, root, kindOf);
    if (typeof resource === 'string') faults.push({ place: evaluator.place(entry.key), message: resource });
    else found.set(resource.id, resource);
  }
  for (const [name, node] of unknownFunctions(root)) {
    faults.push({
      place: evaluator.place(node),
      message: `${name} is no function of CloudFormation: its value is unknown`,
    });
  }
  return { file, format: 'cloudformation', resources: found, faults };
}

/** Of duplicate keys CloudFormation takes the last, as we do: nothing is lost. */
function losesSomething({ code }: SyntaxFault): boolean {
  return code !== 'duplicate-key';
}

function nodesByName(node: DataNode | undefined): Map<string, DataNode> {
  const entries = asMapping(node)?.entries ?? [];
  return new Map(entries.flatMap((entry) => (keyOf(entry) === undefined ? [] : [[keyOf(entry) ?? '', entry.value]])));
}

function readResource(
  entry: Entry,
  evaluator: Evaluator,
  root: DataNode | undefined,
  kindOf: (type: string) => string | null,
): Resource | string {
  const id = keyOf(entry);
  if (id === undefined) return 'a resource whose name is not a text';
  if (id.startsWith('Fn::')) return `${id} under Resources is not read`;
  const type = textOf(at(entry.value, 'Type'));
  if (type === undefined) return `the resource ${id} has no Type`;
  const node = at(entry.value, 'Properties');
  const place = evaluator.place({ start: entry.key.start, end: entry.value.end });
  let properties: MapValue | undefined;
  const resource: Resource = {
    id,
    cloud: 'aws',
    type,
    kind: kindOf(type),
    condition: textOf(at(entry.value, 'Condition')) ?? null,
    path: ['Resources', id, 'Properties'],
    key: evaluator.place(entry.key),
    place,
    get tags() {
      return tagsOf(type, resource.properties);
    },
    get metadata() {
      return mapOf(at(entry.value, 'Metadata'), place, evaluator);
    },
    get properties() {
      properties ??= withGlobals(
        withMacro(entry.value, mapOf(node, place, evaluator), evaluator),
        globalsFor(type, root, evaluator),
      );
      return properties;
    },
  };
  return resource;
}

/** A macro beside `Type` and `Properties` may add properties too. */
function withMacro(resource: DataNode, properties: MapValue, evaluator: Evaluator): MapValue {
  const macro = entryOf(resource, 'Fn::Transform');
  return macro === undefined ? properties : { ...properties, open: evaluator.addition(macro) ?? null };
}

function mapOf(node: DataNode | undefined, place: Place, evaluator: Evaluator): MapValue {
  const mapping: MappingNode | undefined = asMapping(node);
  const value = mapping === undefined ? undefined : evaluator.value(mapping);
  if (value?.kind === 'map') return value;
  return { kind: 'map', entries: new Map(), open: value?.kind === 'unknown' ? value : null, place };
}
