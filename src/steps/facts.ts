import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Day } from '../evidence/day.ts';
import type { Place } from '../evidence/place.ts';
import type { UnknownReason } from '../evidence/vocabulary.ts';
import type { Declared } from '../permissions/declared/grant.ts';
import type { Difference } from '../permissions/difference/difference.ts';
import type { ServiceNeeds } from '../permissions/needed.ts';
import type { Service } from '../services/service.ts';

/** What a service needs on AWS, what its identity is granted, and how the two differ. */
export interface Rights {
  readonly needs: ServiceNeeds;
  readonly declared: Declared;
  readonly difference: Difference;
  /** SDK calls of which it cannot be said what they perform. */
  readonly unresolved: readonly { readonly place: Place; readonly text: string; readonly reason: UnknownReason }[];
  /** The ids of the other services that act under the same role. */
  readonly sharedWith: readonly string[];
}

/** Everything that a check may look at. It is computed once for a run and never changes. */
export interface Facts {
  readonly services: readonly Service[];
  readonly catalogue: Catalogue;
  /** The day for which the run judges. */
  readonly today: Day;
  /**
   * What the identity of a service is granted, by infrastructure code alone; null where nothing tells with whose rights it
   * runs, and for services of other clouds.
   */
  readonly granted: (service: Service) => Declared | null;
  /** The same against what its code needs. The first question has the code of all services evaluated. */
  readonly rights: (service: Service) => Rights | null;
}
