// https://www.serverless.com/framework/docs/providers/aws/guide/packaging
// https://www.serverless.com/plugins/serverless-python-requirements: `module` is the folder of a function packaged alone.
import { evidence } from '../../evidence/evidence.ts';
import { readText } from '../../infrastructure/model/reading.ts';
import { property } from '../../infrastructure/model/resource.ts';
import { folderOf, joinPath } from '../../repository/paths.ts';
import { elsewhere } from './code-elsewhere.ts';
import type { CodeQuestion } from './function-shape.ts';
import type { CodeLocation } from './unit.ts';

/** Where a function of a serverless.yml has its code: in the folder of that file, unless it names a folder or an archive. */
export function serverlessCode({ resource, stack }: CodeQuestion): CodeLocation {
  const artifact = property(resource, 'package', 'artifact');
  if (artifact !== undefined)
    return elsewhere(resource, artifact, `its code is the archive ${readText(artifact).text}`);
  const home = folderOf(stack.file);
  const module = property(resource, 'module');
  if (module === undefined)
    return { kind: 'folder', folder: home, evidence: evidence(resource.key, resource.id, 'absent') };
  const path = readText(module);
  const folder = path.known ? joinPath(home, path.value) : undefined;
  if (folder === undefined) return elsewhere(resource, module, `its code is at ${path.text}`);
  return { kind: 'folder', folder, evidence: evidence(path.place, path.text, path.known ? path.how : 'guessed') };
}
