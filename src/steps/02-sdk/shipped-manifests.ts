import type { Manifest } from '../../manifests/index.ts';
import type { Service } from '../../services/service.ts';

/** Compose files that say by their names what they are for. */
const deploying = /[-_.](deploy(ment)?|prod(uction)?|release)([-_.][^/]*)?$/i;

/**
 * The dependency files from which what is deployed is installed. None for code that nothing deploys, for packages, for
 * environments that install by themselves, and for images to work on the code. An archive is made from its own folder
 * and from those of its layers: files above are for whoever works there.
 */
export function shippedManifests(service: Service): Manifest[] {
  const { manifests, compute, artifact, layers, codeRoot, definedIn } = service;
  const elsewhere = compute === null || compute === 'data-pipeline' || compute === 'ml' || artifact === 'wheel';
  if (elsewhere || isForDevelopment(service)) return [];
  return manifests.filter(({ role, file }) => {
    if (role !== 'declaration' || file === definedIn.file) return false;
    if (artifact !== 'zip' || codeRoot === null || codeRoot === '.') return true;
    const folder = file.slice(0, file.lastIndexOf('/') + 1);
    return file.startsWith(`${codeRoot}/`) || (layers.length > 0 && !codeRoot.startsWith(folder));
  });
}

/**
 * True for an image to work on the code: it installs the tests' or the developers' files by name and no compose file
 * says that it deploys it, or starts nothing and nothing else starts it.
 */
export function isForDevelopment({ image, definedIn }: Service): boolean {
  if (image === null) return false;
  const files = [...(image.installs?.files.keys() ?? [])];
  const named = files.some((file) =>
    /(^|\/)tests?\/[^/]*$|(^|[-_./])(dev|develop|development|test|tests|testing|lint|ci)([-_.][^/]*)?$/i.test(file),
  );
  return (
    (named && !deploying.test(definedIn.file)) || (image.shape.starts.length === 0 && definedIn.file === image.file)
  );
}
