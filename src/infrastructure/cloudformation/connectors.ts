// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-connector.html
import type { MapEntry, MapValue, Value } from '../model/value.ts';

/** The type of a connector, whether it stands by itself or in another resource. */
export const connectorType = 'AWS::Serverless::Connector';

/** A connector's properties with the ids of its ends as references; `source` is the resource in which it stands. */
export function connected(
  properties: MapValue,
  resources: { has(id: string): boolean },
  source: string | undefined,
): MapValue {
  const entries = new Map<string, MapEntry>(properties.entries);
  for (const name of ['Source', 'Destination']) {
    const entry = entries.get(name);
    if (entry !== undefined) entries.set(name, { ...entry, value: endOf(entry.value, resources) });
  }
  if (source !== undefined) {
    const place = properties.place;
    const own: Value = { kind: 'reference', resource: source, attribute: null, place };
    const id = new Map([['Id', { key: place, value: own }]]);
    entries.set('Source', { key: place, value: { kind: 'map', entries: id, open: null, place } });
  }
  return { ...properties, entries };
}

/** One end, or a list of ends. */
function endOf(value: Value, resources: { has(id: string): boolean }): Value {
  if (value.kind === 'list') return { ...value, items: value.items.map((item) => endOf(item, resources)) };
  const id = value.kind === 'map' ? value.entries.get('Id') : undefined;
  if (value.kind !== 'map' || id?.value.kind !== 'literal' || !resources.has(id.value.text)) return value;
  const reference: Value = { kind: 'reference', resource: id.value.text, attribute: null, place: id.value.place };
  return { ...value, entries: new Map([...value.entries, ['Id', { ...id, value: reference }]]) };
}
