import type { UnknownReason } from '../evidence/vocabulary.ts';
import type { PipelineValue, PipelineVariables } from './model.ts';

/** A text that is known. */
export function known(value: string): PipelineValue {
  return { known: true, value };
}

/** A text that is decided elsewhere, as written. */
export function unknown(text: string, reason: UnknownReason = 'dynamic-value'): PipelineValue {
  return { known: false, text, reason };
}

/** The text that is known, else the one that is written. */
export function shownText(value: PipelineValue): string {
  return value.known ? value.value : value.text;
}

/** The variables whose values are known. */
export function knownVariables(variables: PipelineVariables): Map<string, string> {
  return new Map(Object.entries(variables).flatMap(([name, value]) => (value.known ? [[name, value.value]] : [])));
}

/** An object of these entries, with no names but those (`__proto__` is one like another). */
export function record<T>(entries: Iterable<readonly [string, T]>): Record<string, T> {
  const made: Record<string, T> = Object.create(null) as Record<string, T>;
  for (const [name, value] of entries) made[name] = value;
  return made;
}
