// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-resource-tags.html
import { at } from '../../syntax/navigate.ts';
import { readText } from '../model/reading.ts';
import { valueAt } from '../model/resource.ts';
import type { MapEntry, MapValue, UnknownValue, Value } from '../model/value.ts';
import type { Template } from './nesting.ts';
import { rekeyed } from './rekey.ts';

/** Where a type keeps its tags, if not in `Tags`. */
const tagProperties: Readonly<Record<string, string>> = {
  'AWS::Cognito::UserPool': 'UserPoolTags',
  'AWS::EFS::AccessPoint': 'AccessPointTags',
  'AWS::EFS::FileSystem': 'FileSystemTags',
  'AWS::Route53::HealthCheck': 'HealthCheckTags',
  'AWS::Route53::HostedZone': 'HostedZoneTags',
};

/** The tags among a resource's properties, whether they are a map or a list of `Key` and `Value`; null where it has none. */
export function tagsOf(type: string, properties: MapValue): MapValue | null {
  const value = valueAt(properties, tagProperties[type] ?? 'Tags');
  return value === undefined ? null : tagMap(value);
}

function tagMap(value: Value): MapValue {
  if (value.kind === 'map') return value;
  const place = value.place;
  if (value.kind !== 'list') return { kind: 'map', entries: new Map(), open: undetermined(value), place };
  const entries = new Map<string, MapEntry>();
  let open: UnknownValue | null = null;
  for (const item of value.items) {
    if (item.kind === 'absent') continue;
    const name = valueAt(item, 'Key');
    const key = name === undefined ? undefined : readText(name);
    if (key?.known === true) entries.set(key.value, { key: key.place, value: valueAt(item, 'Value') ?? nothing(item) });
    else open ??= undetermined(item);
  }
  return { kind: 'map', entries, open, place };
}

function undetermined(value: Value): UnknownValue {
  return value.kind === 'unknown'
    ? value
    : { kind: 'unknown', reason: 'dynamic-value', text: `a tag that is ${value.kind}`, place: value.place };
}

function nothing({ place }: Value): Value {
  return { kind: 'absent', place };
}

/** The tags with those of the stacks that nest the template, which CloudFormation hands down; its own win. */
export function withStackTags(own: MapValue | null, parents: Template['parents']): MapValue | null {
  const [parent] = parents;
  if (parent === undefined || parents.length > 1) return own;
  const { template, resource } = parent;
  const node = at(resource.entry.value, 'Properties', 'Tags');
  const value = node === undefined ? undefined : resource.evaluator.value(node);
  const handed = value === undefined ? null : tagMap(value);
  if (handed === null) return own;
  const seen = rekeyed(handed, template.source.file, own?.place.file ?? '');
  if (own === null || seen.kind !== 'map') return seen.kind === 'map' ? seen : own;
  return { ...own, entries: new Map([...seen.entries, ...own.entries]), open: own.open ?? seen.open };
}
