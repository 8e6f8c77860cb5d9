import type { Catalogue } from '../../catalogue/catalogue.ts';
import { limit } from '../../catalogue/limits.ts';
import { type Evidence, evidence } from '../../evidence/evidence.ts';
import { presenceAt } from '../../infrastructure/model/presence.ts';
import { type Reading, readNumber } from '../../infrastructure/model/reading.ts';
import { property, type Resource } from '../../infrastructure/model/resource.ts';
import type { Service } from '../../services/service.ts';
import type { FixIntent } from '../judgement.ts';
import { functionSpelling } from './spelling.ts';

/** A setting in seconds: what it is, or why that cannot be told. */
export interface Setting {
  readonly reading: Reading<number>;
  readonly evidence: Evidence;
  readonly stated: boolean;
}

/** Intents that set a queue's visibility time-out. Empty where the value stands elsewhere or is shared: other resources may want it as it is. */
export function visibilityIntents(
  queue: Resource,
  name: string,
  { reading, stated }: Setting,
  value: number,
): FixIntent[] {
  if (stated)
    return reading.known && reading.how === 'literal' ? [{ kind: 'replace', place: reading.place, value }] : [];
  return [{ kind: 'set', file: queue.place.file, path: [...queue.path, name], value }];
}

/** The time-out of a function on Lambda; undefined where its format is not known. */
export function functionTimeout({ definition }: Service, catalogue: Catalogue): Setting | undefined {
  const spelling = definition === null ? undefined : functionSpelling(definition.resource.type);
  if (definition === null || spelling === undefined) return undefined;
  return setting(definition.resource, spelling.timeout, limit(catalogue, 'aws/lambda-limits', spelling.timeoutDefault));
}

/** A property in seconds, or the platform's default where it is not stated. */
export function setting(resource: Resource, name: string, fallback: number): Setting {
  const value = property(resource, name);
  if (value !== undefined) {
    const reading = readNumber(value);
    const how = reading.known ? reading.how : 'guessed';
    return { reading, evidence: evidence(reading.place, `${name}: ${reading.text}`, how), stated: true };
  }
  const { unknown: open } = presenceAt(resource.properties, name);
  if (open !== null) {
    const reading: Reading<number> = { known: false, reason: open.reason, text: open.text, place: open.place };
    return { reading, evidence: evidence(open.place, `${name} from ${open.text}`, 'guessed'), stated: false };
  }
  const text = `${resource.id}: ${name} is ${fallback} by default`;
  return {
    reading: { known: true, value: fallback, text: String(fallback), place: resource.key, how: 'absent' },
    evidence: evidence(resource.key, text, 'absent'),
    stated: false,
  };
}
