import type { Service } from '../services/service.ts';

/** Compose files that say by their names what they are for. */
const deploying = /[-_.](deploy(ment)?|prod(uction)?|release)([-_.][^/]*)?$/i;

/**
 * True for an image to work on the code: it installs the tests' or the developers' files by name and no compose file
 * says that it deploys it, or starts nothing and nothing else starts it.
 */
export function isDevelopmentImage({ image, definedIn }: Service): boolean {
  if (image === null) return false;
  const files = [...(image.installs?.files.keys() ?? [])];
  const named = files.some((file) =>
    /(^|\/)tests?\/[^/]*$|(^|[-_./])(dev|develop|development|test|tests|testing|lint|ci)([-_.][^/]*)?$/i.test(file),
  );
  return (
    (named && !deploying.test(definedIn.file)) || (image.shape.starts.length === 0 && definedIn.file === image.file)
  );
}
