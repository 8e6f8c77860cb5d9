import type { Evidence } from '../../evidence/evidence.ts';
import type { Manifest } from '../../manifests/index.ts';

/** A container image that the repository builds, as far as it matters for Python. */
export interface ImageBuild {
  /** The Dockerfile. */
  readonly file: string;
  /** The folder that its code stands in: the Dockerfile's own where that is copied, else the one that it is built from. */
  readonly folder: string;
  /** The files and folders that are copied into it from the repository; null for everything in `folder`. */
  readonly sources: readonly string[] | null;
  /** The Python of its last stage: a feature version, or null where the base image does not say. */
  readonly python: string | null;
  /** The base image that says so, or the line by which we know that it runs Python. */
  readonly base: Evidence;
  /** What its RUN lines install by name, as a manifest; null where they install nothing by name. */
  readonly installs: Manifest | null;
  /** The command in exec form, such as `app.handler` of a Lambda image; null where there is none. */
  readonly command: Evidence | null;
}
