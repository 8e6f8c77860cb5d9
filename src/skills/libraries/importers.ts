import { fileRole } from '../shown/file-role.ts';
import type { Importer } from './import-sighting.ts';

/** Folders and files of scripts for whoever works on the code. */
const script =
  /(?:^|\/)(?:scripts?|benchmarks?|tools?|hack|ci|devtools|dev|release|utils?\/scripts)\/|(?:^|\/)(?:setup|noxfile|tasks|fabfile|dodo|conftest|locustfile)\.py$/i;

/** Tells who imports in a file; null for code of others, for samples and for documentation. */
export function importersOf(isInstalled: (file: string) => boolean): (file: string) => Importer | null {
  return (file) => {
    const role = fileRole(file, isInstalled);
    if (role === 'test') return 'test';
    if (role !== 'own') return null;
    return script.test(file) ? 'script' : 'product';
  };
}
