import type { PlatformNeeds } from '../../catalogue/iam/platform-needs.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import type { BoundValue } from '../bound-value.ts';

/** Something that the platform does in the name of a role: what it needs, on what, and where that is configured. */
export interface PlatformUse {
  readonly needs: PlatformNeeds;
  /** What its parameters are. */
  readonly values: ReadonlyMap<string, readonly BoundValue[]>;
  readonly evidence: Evidence;
  /** The resource whose role it is, where that is not the one that the service's own code acts under. */
  readonly holder: string | null;
  /** True where the deployment may do without: a condition decides it, or something beside policies grants it. */
  readonly maybe?: boolean;
}

/** A feature of the catalogue that is in use, before the catalogue was asked what it needs. */
export interface UsedFeature {
  /** `lambda.source.sqs`. */
  readonly feature: string;
  readonly values: PlatformUse['values'];
  readonly evidence: Evidence;
  readonly maybe?: boolean;
}
