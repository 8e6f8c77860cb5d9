// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html
import { byPlace } from '../../evidence/order.ts';
import type { Place } from '../../evidence/place.ts';
import type { DataNode, DataTree, Entry, SyntaxFault } from '../../syntax/data-tree.ts';
import { asMapping, at, entryOf, keyOf, textOf } from '../../syntax/navigate.ts';
import type { Resource, Stack } from '../model/resource.ts';
import type { MapValue } from '../model/value.ts';
import { connected, connectorType } from './connectors.ts';
import type { Evaluator } from './evaluate.ts';
import { globalsFor, withGlobals } from './globals.ts';
import type { Declared } from './loops.ts';
import { openTemplates, type Template } from './nesting.ts';
import { tagsOf, withStackTags } from './tags.ts';
import { unknownFunctions } from './unknown-functions.ts';

type KindOf = (type: string) => string | null;

/** True if the tree is a CloudFormation template: a mapping with `Resources` whose entries have a `Type`. */
export function isTemplate(tree: DataTree): boolean {
  const resources = asMapping(at(tree.documents[0], 'Resources'));
  if (resources === undefined) return at(tree.documents[0], 'AWSTemplateFormatVersion') !== undefined;
  return (
    at(tree.documents[0], 'AWSTemplateFormatVersion') !== undefined ||
    resources.entries.some((entry) => /^(AWS|Alexa|Custom)::/.test(textOf(at(entry.value, 'Type')) ?? ''))
  );
}

/** Reads a template that stands alone, as `stackOf` does. */
export function readTemplate(file: string, tree: DataTree, kindOf: KindOf): Stack {
  const [template] = openTemplates([{ file, tree, original: tree.text }], () => undefined);
  return template === undefined
    ? { file, format: 'cloudformation', resources: new Map(), faults: [] }
    : stackOf(template, kindOf);
}

/**
 * The stack of a template. Properties are evaluated when they are first asked for. `kindOf` gives the normalised kind of
 * a resource type. Faults of the text and resources that have no type are listed; the rest stands.
 */
export function stackOf(template: Template, kindOf: KindOf): Stack {
  const { source, evaluator } = template;
  const faults = source.tree.faults
    .filter(losesSomething)
    .map((fault) => ({ place: evaluator.place(fault), message: fault.message }));
  for (const { node, message } of template.faults) faults.push({ place: evaluator.place(node), message });
  const found = new Map<string, Resource>();
  for (const declared of template.resources) {
    const type = textOf(at(declared.entry.value, 'Type'));
    if (type === undefined) {
      const message = `the resource ${declared.name} has no Type`;
      faults.push({ place: evaluator.place(declared.entry.key), message });
      continue;
    }
    found.set(declared.name, readResource(declared, type, template, kindOf));
    for (const connector of connectorsIn(declared)) {
      found.set(connector.name, readResource(connector, connectorType, template, kindOf, declared.name));
    }
  }
  for (const [name, node] of unknownFunctions(source.tree.documents[0])) {
    const message = `${name} is no function of CloudFormation: its value is unknown`;
    faults.push({ place: evaluator.place(node), message });
  }
  return {
    file: source.file,
    format: 'cloudformation',
    resources: found,
    faults: faults.sort((a, b) => byPlace(a.place, b.place)),
  };
}

/** Of duplicate keys CloudFormation takes the last, as we do: nothing is lost. */
function losesSomething({ code }: SyntaxFault): boolean {
  return code !== 'duplicate-key';
}

/** The connectors that stand in a resource, named as SAM names them. */
function connectorsIn({ name, entry, evaluator, path }: Declared): Declared[] {
  const entries: readonly Entry[] = asMapping(at(entry.value, 'Connectors'))?.entries ?? [];
  return entries.flatMap((own) => {
    const key = keyOf(own);
    return key === undefined ? [] : [{ name: name + key, entry: own, evaluator, path: [...path, 'Connectors', key] }];
  });
}

function readResource(
  { name, entry, evaluator, path }: Declared,
  type: string,
  template: Template,
  kindOf: KindOf,
  connectedFrom?: string,
): Resource {
  const root = template.source.tree.documents[0];
  const place = evaluator.place({ start: entry.key.start, end: entry.value.end });
  let properties: MapValue | undefined;
  const resource: Resource = {
    id: name,
    cloud: 'aws',
    type,
    kind: kindOf(type),
    condition: textOf(at(entry.value, 'Condition')) ?? null,
    path: [...path, 'Properties'],
    key: evaluator.place(entry.key),
    place,
    get tags() {
      return withStackTags(tagsOf(type, resource.properties), template.parents);
    },
    get metadata() {
      return mapOf(at(entry.value, 'Metadata'), place, evaluator);
    },
    get properties() {
      properties ??= propertiesOf();
      return properties;
    },
  };
  return resource;

  function propertiesOf(): MapValue {
    const own = withMacro(entry.value, mapOf(at(entry.value, 'Properties'), place, evaluator), evaluator);
    if (type === connectorType) return connected(own, evaluator.declarations.resources, connectedFrom);
    return withGlobals(own, globalsFor(type, root, template.evaluator));
  }
}

/** A macro beside `Type` and `Properties` may add properties too. */
function withMacro(resource: DataNode, properties: MapValue, evaluator: Evaluator): MapValue {
  const macro = entryOf(resource, 'Fn::Transform');
  if (macro === undefined) return properties;
  const added = evaluator.addition(macro);
  return {
    ...properties,
    open: added.kind === 'unknown' ? added : evaluator.unknown(macro.key, 'external-code', 'a macro'),
  };
}

function mapOf(node: DataNode | undefined, place: Place, evaluator: Evaluator): MapValue {
  const value = node === undefined ? undefined : evaluator.value(node);
  if (value?.kind === 'map') return value;
  return { kind: 'map', entries: new Map(), open: value?.kind === 'unknown' ? value : null, place };
}
