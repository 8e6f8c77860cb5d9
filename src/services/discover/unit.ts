import type { RuntimePlatform } from '../../catalogue/dataset.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import type { Place } from '../../evidence/place.ts';
import type { Artifact, Cloud, Compute, UnknownReason } from '../../evidence/vocabulary.ts';
import type { Resource, Stack } from '../../infrastructure/model/resource.ts';
import type { ImageBuild } from './image.ts';

/** Where a unit's code is. */
export type CodeLocation =
  | { readonly kind: 'folder'; readonly folder: string; readonly evidence: Evidence }
  | { readonly kind: 'inline'; readonly text: string; readonly place: Place }
  | {
      readonly kind: 'elsewhere';
      readonly reason: UnknownReason;
      readonly detail: string;
      readonly evidence: Evidence;
    };

/** A deployable unit as its definition states it, before anything is joined to it. */
export interface Unit {
  readonly id: string;
  readonly name: string;
  readonly cloud: Cloud;
  /** Null where the code alone does not say. */
  readonly compute: Compute | null;
  readonly artifact: Artifact;
  readonly definedIn: Place;
  readonly code: CodeLocation;
  /** The handler as configured, `app.handler`; null where the unit has none. */
  readonly handler: Evidence | null;
  readonly runtime: {
    readonly platform: RuntimePlatform | null;
    /** The platform's identifier, `python3.12`. */
    readonly id: string | null;
    readonly python: string | null;
    readonly evidence: readonly Evidence[];
  };
  readonly layers: readonly string[];
  /** The image that it runs in, if the repository builds it. */
  readonly image: ImageBuild | null;
  readonly definition: { readonly resource: Resource; readonly stack: Stack } | null;
  /** The Python that its command or its framework starts, as far as it was found; empty where a handler says it. */
  readonly starts: readonly Start[];
  /** The managed environment that it runs in, where that may bring distributions along (`AWS Glue`); null where none does. */
  readonly environment: string | null;
  /** Where else it is spoken of: a Dockerfile, a compose file, a deploy step. */
  readonly also: readonly Evidence[];
}

/** A module that a command runs, or a function or application in it. */
export interface Start {
  readonly file: string;
  /** The name in the module; null where the module runs as a script. */
  readonly attribute: string | null;
  /** The word that names it. */
  readonly evidence: Evidence;
}
