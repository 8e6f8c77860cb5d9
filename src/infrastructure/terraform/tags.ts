// https://registry.terraform.io/providers/hashicorp/aws/latest/docs#default_tags-configuration-block
// https://registry.terraform.io/providers/hashicorp/google/latest/docs/guides/provider_reference#default_labels

import { valueAt } from '../model/resource.ts';
import type { MapEntry, MapValue, UnknownValue, Value } from '../model/value.ts';
import type { Evaluation } from './evaluation.ts';
import { unknown } from './make.ts';
import { isNull, settled } from './settled.ts';

/** The attributes in which providers have tags, by cloud. */
const attributes = ['tags', 'labels', 'user_labels', 'resource_labels'];

/** Where a provider's configuration has the tags of all its resources. */
const defaults = [['default_tags', 'tags'], ['default_labels']];

/** A resource's tags or labels over those that its provider gives to all; null where neither states any. */
export function tagsOf(properties: MapValue, provider: MapValue | undefined, evaluation: Evaluation): MapValue | null {
  const own = attributes.flatMap((name) => properties.entries.get(name)?.value ?? []);
  const given = defaults.flatMap((path) => valueAt(provider, ...path) ?? []);
  const stated = [...given, ...own].filter((value) => !isNull(value));
  const [first] = stated;
  if (first === undefined) return null;
  const entries = new Map<string, MapEntry>();
  let open: UnknownValue | null = null;
  for (const value of stated) {
    const found = settled(value, evaluation);
    if (found.kind === 'map') for (const [name, entry] of found.entries) entries.set(name, entry);
    open ??= addition(found);
  }
  return { kind: 'map', entries, open, place: (own[0] ?? first).place };
}

/** What may add tags that are not written there. */
function addition(value: Value): UnknownValue | null {
  if (value.kind === 'map') return value.open;
  if (value.kind === 'unknown') return value;
  if (isNull(value)) return null;
  return unknown('dynamic-value', value.kind === 'parameter' ? `var.${value.name}` : 'tags', value.place);
}
