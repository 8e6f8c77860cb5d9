import type { Manifest } from '../../manifests/index.ts';
import { baseName } from '../../repository/paths.ts';

/** Requirements files that are installed where the code runs, by their names; the others are for development. */
const deployed =
  /^(requirements|constraints|requirements[-_.](prod|production|base|common|deploy|runtime|lambda|app|main)|prod|production|base|common)\.(txt|in)$/i;

/** Formats that state a Python version and no dependencies. */
export const versionFiles: ReadonlySet<string> = new Set(['python-version', 'runtime-txt', 'tool-versions']);

/** True for a file whose dependencies are installed where the code runs, not for development alone, nor for settings of tools. */
export function isDeployed(manifest: Manifest): boolean {
  const { format, project, dependencies, faults } = manifest;
  if (versionFiles.has(format)) return false;
  if (format === 'pyproject' || format === 'setup-cfg')
    return project !== null || dependencies.length > 0 || faults.length > 0;
  return format !== 'requirements' || deployed.test(baseName(manifest.file));
}
