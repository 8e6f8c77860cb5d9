// Versions of Python as `major.minor`: what platforms, images and projects agree or disagree on.
import { includesFeatureVersion } from '../../manifests/index.ts';

/** `3.12` of `3.12`, `3.12.4` or `3.12-slim`; undefined for a range or anything else. */
export function featureVersion(text: string): string | undefined {
  return /^(\d+\.\d+)(?:\.\d+)?(?![\d.*])/.exec(text.trim())?.[1];
}

/**
 * True if a version or range (`>=3.11,<3.15`) allows some release of the feature version; undefined if it is neither.
 */
export function allows(specifier: string, wanted: string): boolean | undefined {
  const exact = featureVersion(specifier);
  return exact === undefined ? includesFeatureVersion(specifier, wanted) : exact === wanted;
}

/** True if a feature version (`3.12`) is another one or newer. */
export function isSince(version: string, first: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [firstMajor = 0, firstMinor = 0] = first.split('.').map(Number);
  return major > firstMajor || (major === firstMajor && minor >= firstMinor);
}
