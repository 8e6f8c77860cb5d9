import { evidence } from '../../evidence/evidence.ts';
import { isAlways, type Presence, presenceAt } from '../../infrastructure/model/presence.ts';
import type { Resource } from '../../infrastructure/model/resource.ts';
import { referencesIn, resourceIn, valuesAt } from '../../services/bind/values-at.ts';
import type { Service } from '../../services/service.ts';
import { fail, type Judgement, pass, unknown } from '../judgement.ts';

/** How a type of subscription says to whom it delivers and where undelivered messages go, and what becomes of them else. */
interface SubscriptionSpelling {
  readonly targets: readonly string[];
  readonly deadLetters: readonly (readonly [string, ...string[]])[];
  readonly loss: string;
}

/** https://cloud.google.com/pubsub/docs/handling-failures */
const pubSub: SubscriptionSpelling = {
  targets: ['push_config.push_endpoint'],
  deadLetters: [['dead_letter_policy']],
  loss: 'a message that always fails is sent again until it expires, and then is gone',
};
/** https://learn.microsoft.com/azure/event-grid/delivery-and-retry */
const loss = 'an event that is not taken is dropped when its retries are used up';
const eventGrid: SubscriptionSpelling = {
  targets: ['properties.destination.properties.resourceId', 'properties.destination.properties.endpointUrl'],
  deadLetters: [
    ['properties', 'deadLetterDestination'],
    ['properties', 'deadLetterWithResourceIdentity'],
  ],
  loss,
};
const terraformEventGrid: SubscriptionSpelling = {
  targets: ['azure_function_endpoint.function_id', 'webhook_endpoint.url'],
  deadLetters: [['storage_blob_dead_letter_destination']],
  loss,
};

/** Queues of Service Bus and Storage are not here: they keep dead letters by themselves. */
const spellings: Readonly<Record<string, SubscriptionSpelling>> = {
  'Microsoft.EventGrid/eventSubscriptions': eventGrid,
  'Microsoft.EventGrid/systemTopics/eventSubscriptions': eventGrid,
  'Microsoft.EventGrid/topics/eventSubscriptions': eventGrid,
  azurerm_eventgrid_event_subscription: terraformEventGrid,
  azurerm_eventgrid_system_topic_event_subscription: terraformEventGrid,
  google_pubsub_subscription: pubSub,
};

/** The subscriptions of its stack that push messages or events to a service. */
export function subscriptionsTo({ definition }: Service): Resource[] {
  if (definition === null) return [];
  const { resource, stack } = definition;
  return [...stack.resources.values()].filter((one) =>
    spellings[one.type]?.targets.some((path) =>
      valuesAt(one.properties, path).some((value) =>
        referencesIn(value).some(({ resource: id }) => (resourceIn(stack, id)?.id ?? id) === resource.id),
      ),
    ),
  );
}

/** Whether a subscription keeps what cannot be delivered. */
export function judgeSubscription(resource: Resource): Judgement {
  const spelling = spellings[resource.type];
  const found: Presence[] = spelling?.deadLetters.map((path) => presenceAt(resource.properties, ...path)) ?? [];
  const always = found.find(isAlways);
  const at = evidence(resource.key, resource.id);
  if (always !== undefined) return pass(`${resource.id} keeps what cannot be delivered.`, at);
  const [open] = found.flatMap((one) => one.unknown ?? []);
  if (open !== undefined) {
    return unknown(open.reason, `Whether ${resource.id} keeps what cannot be delivered depends on ${open.text}.`, at);
  }
  if (found.some(({ stated }) => stated.length > 0)) {
    return unknown('dynamic-value', `${resource.id} keeps what cannot be delivered on a condition only.`, at);
  }
  return fail(
    `${resource.id} keeps nothing that cannot be delivered: ${spelling?.loss ?? loss}.`,
    [evidence(resource.key, `${resource.id}: dead letters`, 'absent')],
    { fix: { title: `Give ${resource.id} a place for dead letters.`, safe: false, intents: [] } },
  );
}
