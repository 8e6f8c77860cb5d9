// Versions of Python as `major.minor`: what platforms, images and projects agree or disagree on.
import { satisfies } from '../../manifests/index.ts';

/** Patch releases that are tried; no CPython branch has had half as many. */
const patchReleases = 60;

/** `3.12` of `3.12`, `3.12.4` or `3.12-slim`; undefined for a range or anything else. */
export function featureVersion(text: string): string | undefined {
  return /^(\d+\.\d+)(?:\.\d+)?(?![\d.*])/.exec(text.trim())?.[1];
}

/**
 * True if a version or range (`>=3.11,<3.15`) allows some release of the feature version; undefined if it is neither.
 */
export function allows(specifier: string, wanted: string): boolean | undefined {
  const exact = featureVersion(specifier);
  if (exact !== undefined) return exact === wanted;
  if (satisfies(wanted, specifier) === undefined) return undefined;
  const patches = Array.from({ length: patchReleases }, (_, patch) => `${wanted}.${patch}`);
  return patches.some((patch) => satisfies(patch, specifier) === true);
}
