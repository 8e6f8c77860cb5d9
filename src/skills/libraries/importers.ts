import type { Repository } from '../../repository/repository.ts';
import { fileRoles } from '../shown/file-role.ts';
import type { Importer } from './import-sighting.ts';
import type { Project } from './projects.ts';

/** Folders and files of scripts for whoever works on the code. */
const script =
  /(?:^|\/)(?:scripts?|benchmarks?|tools?|hack|ci|devtools|dev|release|utils?\/scripts)\/|(?:^|\/)(?:setup|noxfile|tasks|fabfile|dodo|conftest|locustfile)\.py$/i;

/** Samples, documentation and what tests read; tests of samples are no more than they are. */
const sample = /(?:^|\/)(?:docs?|@tests|__fixtures__|(?:examples?|samples?|demos?)(?:[-_]\w+)?)\//i;

/**
 * Tells who imports in a file; null for code of others, for samples and for documentation. A project in a folder of
 * tools is a product of its own.
 */
export function importersOf(
  repository: Repository,
  projectOf: (file: string) => Project,
): (file: string) => Importer | null {
  const roleOf = fileRoles(repository);
  return (file) => {
    const role = roleOf(file);
    if (sample.test(file)) return null;
    if (role === 'test') return 'test';
    if (role !== 'own') return null;
    return script.test(file) && !script.test(`${projectOf(file).home ?? '.'}/`) ? 'script' : 'product';
  };
}
