import type { Evidence } from '../evidence/evidence.ts';
import type { Place } from '../evidence/place.ts';

/** What a policy says of one tag (AWS, Azure) or label (Google Cloud, Kubernetes). */
export interface TagRule {
  /** Its name, in the case that the policy wants. */
  readonly name: string;
  /** Every resource has to carry it. */
  readonly required: boolean;
  /** The values that are allowed, `*` for anything; null where any is. */
  readonly values: readonly string[] | null;
  /** Types of resources that it speaks of, in the provider's own names, `*` for anything; null where it speaks of all. */
  readonly resources: readonly string[] | null;
  readonly place: Place;
}

/** A policy of an organisation for tags. */
export interface TagPolicy {
  readonly file: string;
  readonly rules: readonly TagRule[];
  /** Where a deployment gives tags to all of a stack (`samconfig.toml`). */
  readonly given: readonly Evidence[];
}
