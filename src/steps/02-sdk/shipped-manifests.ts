import type { Manifest } from '../../manifests/index.ts';
import type { Service } from '../../services/service.ts';
import { isDevelopmentImage } from '../development-image.ts';

/**
 * The dependency files from which what is deployed is installed. None for code that nothing deploys, for packages, for
 * environments that install by themselves, and for images to work on the code. An archive is made from its own folder
 * and from those of its layers: files above are for whoever works there.
 */
export function shippedManifests(service: Service): Manifest[] {
  const { manifests, compute, artifact, layers, codeRoot, definedIn } = service;
  const elsewhere = compute === null || compute === 'data-pipeline' || compute === 'ml' || artifact === 'wheel';
  if (elsewhere || isDevelopmentImage(service)) return [];
  return manifests.filter(({ role, file }) => {
    if (role !== 'declaration' || file === definedIn.file) return false;
    if (artifact !== 'zip' || codeRoot === null || codeRoot === '.') return true;
    const folder = file.slice(0, file.lastIndexOf('/') + 1);
    return file.startsWith(`${codeRoot}/`) || (layers.length > 0 && !codeRoot.startsWith(folder));
  });
}
