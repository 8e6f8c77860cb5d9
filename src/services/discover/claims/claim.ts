import type { Evidence } from '../../../evidence/evidence.ts';
import type { Place } from '../../../evidence/place.ts';
import type { Cloud, Compute } from '../../../evidence/vocabulary.ts';
import type { Workspace } from '../../workspace.ts';
import type { Start, Unit } from '../unit.ts';

/** What defines a unit where several speak of it, the strongest first; `development` is what only developers and tests run. */
export const ranks = [
  'infrastructure',
  'platform',
  'compose',
  'processes',
  'image',
  'function',
  'step',
  'development',
] as const;
export type Rank = (typeof ranks)[number];

/** An image as a definition names it. `text` has `${…}` where a part is not known. */
export interface ImageMention {
  readonly text: string;
  readonly evidence: Evidence;
}

/** What one file or one resource says of a deployable unit. Those that speak of the same thing are joined to one unit. */
export interface Claim {
  /** The file that defines the unit. */
  readonly file: string;
  /** The unit's name there. */
  readonly label: string;
  /** What it is called where the label is another's too, shortest first. */
  readonly longLabels?: readonly string[];
  /** The literal deployed name, if there is one. */
  readonly name: string | null;
  readonly rank: Rank;
  readonly cloud: Cloud;
  readonly compute: Compute | null;
  readonly place: Place;
  readonly definition: Unit['definition'];
  /** The keys by which a deployment tool joins it to a definition in another file (azd's service); a condition may choose. */
  readonly links?: readonly string[];
  readonly image?: ImageMention | undefined;
  /** The Dockerfile that it is built from. */
  readonly dockerfile?: string | undefined;
  /** The folder that the Dockerfile is given, where a build says it. */
  readonly context?: string | undefined;
  /** The folder of its code. */
  readonly folder?: string | undefined;
  /** What replaces the image's own ENTRYPOINT and CMD, or starts the code where there is no image. */
  readonly entrypoint?: readonly string[] | undefined;
  readonly command?: readonly string[] | undefined;
  /** The applications that the platform looks for where no command is stated, in its order: `app:app`. */
  readonly usual?: readonly string[] | undefined;
  readonly handler?: Evidence | undefined;
  /** Stated where the platform's Python is; another language's is never claimed. */
  readonly runtime?: Unit['runtime'] | undefined;
  /** The managed environment that brings distributions along. */
  readonly environment?: string;
  readonly starts?: readonly Start[] | undefined;
}

/** Finds the claims of one kind. Files are read here and nowhere before. */
export type FindClaims = (workspace: Workspace) => readonly Claim[] | Promise<readonly Claim[]>;
