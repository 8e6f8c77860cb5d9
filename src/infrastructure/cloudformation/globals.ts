// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html
import type { DataNode } from '../../syntax/data-tree.ts';
import { asMapping, at } from '../../syntax/navigate.ts';
import type { MapEntry, MapValue, Value } from '../model/value.ts';
import type { Evaluation } from './evaluation.ts';

/** Sections of `Globals` by the resource type to which they apply. */
const sections: Readonly<Record<string, string>> = {
  'AWS::Serverless::Api': 'Api',
  'AWS::Serverless::CapacityProvider': 'CapacityProvider',
  'AWS::Serverless::Function': 'Function',
  'AWS::Serverless::HttpApi': 'HttpApi',
  'AWS::Serverless::LayerVersion': 'LayerVersion',
  'AWS::Serverless::SimpleTable': 'SimpleTable',
  'AWS::Serverless::StateMachine': 'StateMachine',
};

/** The properties that a template's `Globals` give to resources of a type, or undefined where there are none. */
export function globalsFor(type: string, root: DataNode | undefined, evaluation: Evaluation): MapValue | undefined {
  const section = sections[type];
  const mapping = section === undefined ? undefined : asMapping(at(root, 'Globals', section));
  const value = mapping === undefined ? undefined : evaluation.value(mapping);
  return value?.kind === 'map' ? value : undefined;
}

/** Maps that were merged with each other already: aliases can make a small template mean a huge map. */
type Merged = Map<MapValue, Map<MapValue, MapValue>>;

/** A resource's properties over the global ones: maps are merged, lists are joined (global items first), the rest replaced. */
export function withGlobals(own: MapValue, globals: MapValue | undefined, merged: Merged = new Map()): MapValue {
  if (globals === undefined) return own;
  const known = merged.get(own)?.get(globals);
  if (known !== undefined) return known;
  const entries = new Map<string, MapEntry>(globals.entries);
  for (const [name, entry] of own.entries) {
    const shared = globals.entries.get(name);
    entries.set(
      name,
      shared === undefined ? entry : { key: entry.key, value: over(entry.value, shared.value, merged) },
    );
  }
  const result = { ...own, entries, open: own.open ?? globals.open };
  merged.set(own, (merged.get(own) ?? new Map<MapValue, MapValue>()).set(globals, result));
  return result;
}

function over(own: Value, shared: Value, merged: Merged): Value {
  if (own.kind === 'map' && shared.kind === 'map') return withGlobals(own, shared, merged);
  if (own.kind === 'list' && shared.kind === 'list') return { ...own, items: [...shared.items, ...own.items] };
  return own;
}
