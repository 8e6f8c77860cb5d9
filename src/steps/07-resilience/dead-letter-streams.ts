import { evidence } from '../../evidence/evidence.ts';
import { isAlways, presenceAt } from '../../infrastructure/model/presence.ts';
import { readNumber } from '../../infrastructure/model/reading.ts';
import { valueAt } from '../../infrastructure/model/resource.ts';
import { fail, type Judgement, pass, unknown } from '../judgement.ts';
import type { EventSource } from './event-sources.ts';

/** How the formats spell where discarded records go, how often and how long a batch is tried again. */
const destinations: readonly (readonly [string, ...string[]])[] = [
  ['DestinationConfig'],
  ['destination_config'],
  ['destinations'],
];
const attempts = ['MaximumRetryAttempts', 'maximum_retry_attempts', 'maximumRetryAttempts'];
const ages = ['MaximumRecordAgeInSeconds', 'maximum_record_age_in_seconds', 'maximumRecordAgeInSeconds'];

/**
 * Says whether records of a stream that always fail are kept. Without limits a batch is tried until it expires, and all
 * behind it waits; with limits or at the end it is discarded: https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html
 */
export function judgeStream({ name, settings, place }: EventSource): Judgement {
  const here = evidence(place, name);
  const presences = destinations.map((path) => presenceAt(settings, ...path));
  const stated = presences.find((one) => one.stated.length > 0);
  if (stated !== undefined && isAlways(stated)) return pass(`${name} keeps records that it discards.`, here);
  const open = presences.find((one) => one.unknown !== null)?.unknown;
  if (stated !== undefined || (open !== undefined && open !== null)) {
    return unknown('dynamic-value', `Whether ${name} keeps records that it discards, the deployment decides.`, here);
  }
  const limited = [...attempts, ...ages].some((key) => {
    const value = valueAt(settings, key);
    const reading = value === undefined ? undefined : readNumber(value);
    return reading !== undefined && (!reading.known || reading.value >= 0);
  });
  const loss = limited
    ? 'a batch that fails to the end is discarded, and nothing keeps it'
    : 'a batch that always fails holds up its shard until it expires, and then is gone';
  return fail(`${name} has no destination for failures: ${loss}.`, [evidence(place, `${name}: on failure`, 'absent')]);
}
