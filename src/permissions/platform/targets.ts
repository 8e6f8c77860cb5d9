import { readText } from '../../infrastructure/model/reading.ts';
import type { Stack } from '../../infrastructure/model/resource.ts';
import type { Value } from '../../infrastructure/model/value.ts';
import { referencesIn, resourceIn } from '../../services/bind/values-at.ts';

/** What work can be handed to, in the words of the catalogue's features. */
export type TargetKind = 'sqs' | 'sns' | 'lambda' | 'events' | 's3';

const kinds: readonly (readonly [TargetKind, RegExp, RegExp])[] = [
  ['sqs', /::Queue$|_queue$/, /:sqs:/],
  ['sns', /::Topic$|_topic$/, /:sns:/],
  ['lambda', /::Function$|_function$|^serverless:function$/, /:lambda:/],
  ['events', /::EventBus$|_event_bus$/, /:event-bus\//],
  ['s3', /::Bucket$|_bucket$/, /:s3:::/],
];

/** The kind of thing that a value names: by the type of the resource that it refers to, else by the ARN that it is. */
export function targetKind(value: Value, stack: Stack): TargetKind | undefined {
  for (const { resource: id } of referencesIn(value)) {
    const type = resourceIn(stack, id)?.type;
    const found = type === undefined ? undefined : kinds.find(([, types]) => types.test(type));
    if (found !== undefined) return found[0];
  }
  const { text } = readText(value);
  return kinds.find(([, , arn]) => arn.test(text))?.[0];
}
