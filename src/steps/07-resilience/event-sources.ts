import type { Place } from '../../evidence/place.ts';
import { property, type Resource, referredTo, type Stack, valueAt } from '../../infrastructure/model/resource.ts';
import type { MapValue, Value } from '../../infrastructure/model/value.ts';
import type { Service } from '../../services/service.ts';

/** A queue or stream that Lambda reads for a function, with the settings of the mapping. */
export interface EventSource {
  readonly name: string;
  readonly kind: 'queue' | 'stream';
  readonly settings: MapValue;
  readonly spelling: SourceSpelling;
  /** Where its name stands. */
  readonly place: Place;
}

/** How a format spells what a mapping says. */
export interface SourceSpelling {
  readonly responses: string;
  readonly batch: string;
  readonly window: string;
  readonly source: string;
}

const cloudformation: SourceSpelling = {
  responses: 'FunctionResponseTypes',
  batch: 'BatchSize',
  window: 'MaximumBatchingWindowInSeconds',
  source: 'EventSourceArn',
};
const terraform: SourceSpelling = {
  responses: 'function_response_types',
  batch: 'batch_size',
  window: 'maximum_batching_window_in_seconds',
  source: 'event_source_arn',
};
const serverless: SourceSpelling = {
  responses: 'functionResponseType',
  batch: 'batchSize',
  window: 'maximumBatchingWindow',
  source: 'arn',
};

/** The queues and streams that a function's definition, or a mapping beside it, has Lambda read. */
export function eventSources({ definition }: Service): EventSource[] {
  if (definition === null) return [];
  const { resource, stack } = definition;
  if (property(resource, 'DurableConfig') !== undefined) return []; // its executions outlive an invocation
  return [...ofSam(resource), ...ofServerless(resource), ...mappings(resource, stack)];
}

function ofSam(resource: Resource): EventSource[] {
  const events = property(resource, 'Events');
  if (events?.kind !== 'map') return [];
  return [...events.entries].flatMap(([name, { key, value }]) => {
    const type = valueAt(value, 'Type');
    const settings = valueAt(value, 'Properties');
    if (type?.kind !== 'literal' || settings?.kind !== 'map') return [];
    const kind = type.text === 'SQS' ? 'queue' : /^(Kinesis|DynamoDB)$/.test(type.text) ? 'stream' : undefined;
    return kind === undefined
      ? []
      : [{ name, kind, settings, spelling: { ...cloudformation, source: 'Queue' }, place: key }];
  });
}

function ofServerless(resource: Resource): EventSource[] {
  const events = property(resource, 'events');
  if (resource.type !== 'serverless:function' || events?.kind !== 'list') return [];
  return events.items.flatMap((item) => {
    if (item.kind !== 'map') return [];
    return [...item.entries].flatMap(([name, { key, value }]) => {
      const kind = name === 'sqs' ? 'queue' : name === 'stream' ? 'stream' : undefined;
      const settings = settingsIn(value);
      return kind === undefined || settings === undefined
        ? []
        : [{ name, kind, settings, spelling: serverless, place: key }];
    });
  });
}

/** An event that is only the ARN of its source has no settings. */
function settingsIn(value: Value): MapValue | undefined {
  if (value.kind === 'map') return value;
  return value.kind === 'unknown' ? undefined : { kind: 'map', entries: new Map(), open: null, place: value.place };
}

function mappings(resource: Resource, stack: Stack): EventSource[] {
  return [...stack.resources.values()].flatMap((mapping): EventSource[] => {
    const own = mapping.type === 'AWS::Lambda::EventSourceMapping';
    if (!own && mapping.type !== 'aws_lambda_event_source_mapping') return [];
    const spelling = own ? cloudformation : terraform;
    const target = property(mapping, own ? 'FunctionName' : 'function_name');
    if (target === undefined || referredTo(target) !== resource.id) return [];
    const source = property(mapping, spelling.source);
    const sender = stack.resources.get((source && referredTo(source)) ?? '');
    const kind = sender === undefined ? undefined : kindOf(sender.type);
    if (kind === undefined) return [];
    return [{ name: mapping.id, kind, settings: mapping.properties, spelling, place: mapping.key }];
  });
}

function kindOf(type: string): EventSource['kind'] | undefined {
  if (/^(AWS::SQS::Queue|aws_sqs_queue)$/.test(type)) return 'queue';
  return /^(AWS::(Kinesis::Stream|DynamoDB::(Global)?Table)|aws_(kinesis_stream|dynamodb_table))$/.test(type)
    ? 'stream'
    : undefined;
}
