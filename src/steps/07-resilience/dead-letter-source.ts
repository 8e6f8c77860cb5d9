import { type Evidence, evidence } from '../../evidence/evidence.ts';
import { isAlways, presenceAt } from '../../infrastructure/model/presence.ts';
import { isOnConditionBeside, type Resource, referredTo, type Stack } from '../../infrastructure/model/resource.ts';
import type { MapValue, Value } from '../../infrastructure/model/value.ts';

/** Where a queue is named as the place for what failed; `always` is false where a condition decides. */
export interface DeadLetterSource {
  readonly always: boolean;
  readonly evidence: Evidence;
}

/** Settings that name a place for what failed, with the keys that hold its ARN: of queues, functions, rules, topics. */
const settings: Readonly<Record<string, readonly string[]>> = {
  RedrivePolicy: ['deadLetterTargetArn'],
  DeadLetterConfig: ['TargetArn', 'Arn'],
  DeadLetterQueue: ['TargetArn'],
  OnFailure: ['Destination', '0'],
  redrive_policy: ['deadLetterTargetArn'],
  dead_letter_config: ['target_arn', 'arn'],
  on_failure: ['destination', 'destination_arn'],
  destinations: ['onFailure'],
};

/** The same in settings that hold the ARN themselves. */
const plainSettings = new Set(['onError', 'dead_letter_target_arn', 'destination_on_failure', 'dead_letter_arn']);

/** What sends its failed work to a queue, one that always does before one on a condition; undefined if nothing does. */
export function deadLetterSource(queue: Resource, stack: Stack): DeadLetterSource | undefined {
  let onCondition: DeadLetterSource | undefined;
  for (const other of stack.resources.values()) {
    for (const source of sourcesIn(other, queue)) {
      if (source.always) return source;
      onCondition ??= source;
    }
  }
  return onCondition;
}

function* sourcesIn(other: Resource, queue: Resource): Generator<DeadLetterSource> {
  const always = !isOnConditionBeside(other, queue);
  const seen = new Set<Value>();
  const waiting: [value: Value, always: boolean][] = [[other.properties, always]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [value, isSure] = next;
    if (seen.has(value)) continue;
    seen.add(value);
    if (value.kind === 'list') for (const item of value.items) waiting.push([item, isSure]);
    if (value.kind === 'choice') for (const option of value.options) waiting.push([option, false]);
    if (value.kind !== 'map') continue;
    for (const [name, { value: below }] of value.entries) {
      waiting.push([below, isSure]);
      if (plainSettings.has(name) && referredTo(below) === queue.id)
        yield { always: isSure, evidence: evidence(below.place, `${name} of ${other.id}`) };
      for (const key of settings[name] ?? []) {
        const found = named(value, name, key, queue);
        if (found === undefined) continue;
        yield { always: isSure && found.always, evidence: evidence(found.place, `${name} of ${other.id}`) };
      }
    }
  }
}

function named(
  map: MapValue,
  name: string,
  key: string,
  queue: Resource,
): (Pick<Value, 'place'> & { always: boolean }) | undefined {
  const presence = presenceAt(map, name, key);
  const hits = presence.stated.filter((value) => referredTo(value) === queue.id);
  const [first] = hits;
  return first && { place: first.place, always: isAlways(presence) && hits.length === presence.stated.length };
}
