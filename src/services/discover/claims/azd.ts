// https://learn.microsoft.com/azure/developer/azure-developer-cli/azd-schema
import { evidence } from '../../../evidence/evidence.ts';
import type { Compute } from '../../../evidence/vocabulary.ts';
import { baseName, folderOf, joinPath } from '../../../repository/paths.ts';
import { at, textOf } from '../../../syntax/navigate.ts';
import type { Workspace } from '../../workspace.ts';
import { applications } from './azure-sites.ts';
import type { Claim } from './claim.ts';
import { entriesOf, readDataFile } from './data-file.ts';

const azdFiles = /(^|\/)azure\.ya?ml$/;

/** What a host of azd runs, and whether it runs images. */
const hosts: Readonly<Record<string, { readonly compute: Compute; readonly image: boolean }>> = {
  appservice: { compute: 'container', image: false },
  containerapp: { compute: 'container', image: true },
  aks: { compute: 'container', image: true },
  function: { compute: 'function', image: false },
  'ai.endpoint': { compute: 'ml', image: false },
};

/** One claim for each service of `azure.yaml` whose language is Python, or whose Dockerfile may be. */
export async function azdClaims(workspace: Workspace): Promise<Claim[]> {
  const { repository } = workspace;
  const claims: Claim[] = [];
  for (const file of repository.files.filter((one) => azdFiles.test(one))) {
    const data = await readDataFile(file, repository);
    for (const { name, key, value } of entriesOf(at(data?.root, 'services')).slice(0, 500)) {
      const host = hosts[textOf(at(value, 'host')) ?? ''];
      const language = textOf(at(value, 'language')) ?? '';
      const folder = joinPath(folderOf(file), textOf(at(value, 'project')) ?? '.');
      if (data === undefined || host === undefined || folder === undefined) continue;
      const isPython = /^(py|python)$/i.test(language);
      if (!isPython && language !== '' && !/^docker$/i.test(language)) continue;
      const dockerfile = host.image
        ? dockerfileOf(folder, textOf(at(value, 'docker', 'path')), repository.has)
        : undefined;
      if (!isPython && dockerfile === undefined) continue;
      const written = at(value, 'language');
      claims.push({
        file,
        label: name,
        name: null,
        rank: 'platform',
        cloud: 'azure',
        compute: host.compute,
        place: data.place(key),
        definition: null,
        links: [name],
        folder,
        dockerfile,
        usual: textOf(at(value, 'host')) === 'appservice' ? applications : undefined,
        runtime:
          isPython && written !== undefined
            ? { platform: null, id: null, python: null, evidence: [evidence(data.place(written), language)] }
            : undefined,
      });
    }
  }
  return claims;
}

/** `docker.path` is relative to the project, in some versions to the file that it names. */
function dockerfileOf(folder: string, path: string | undefined, has: (file: string) => boolean): string | undefined {
  const named = joinPath(folder, path ?? 'Dockerfile');
  return [
    named,
    path === undefined ? undefined : joinPath('.', path),
    joinPath(folder, baseName(path ?? 'Dockerfile')),
  ].find((file) => file !== undefined && has(file));
}
