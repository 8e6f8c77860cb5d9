import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Day } from '../evidence/day.ts';
import type { Service } from '../services/service.ts';

/** Everything that a check may look at. It is computed once for a run and never changes. */
export interface Facts {
  readonly services: readonly Service[];
  readonly catalogue: Catalogue;
  /** The day for which the run judges. */
  readonly today: Day;
}
