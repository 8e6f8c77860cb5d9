// https://learn.microsoft.com/azure/machine-learning/reference-yaml-overview
import { evidence } from '../../../evidence/evidence.ts';
import { baseName, folderOf, joinPath } from '../../../repository/paths.ts';
import type { FileContent } from '../../../repository/repository.ts';
import type { DataNode } from '../../../syntax/data-tree.ts';
import { at, textOf } from '../../../syntax/navigate.ts';
import type { Workspace } from '../../workspace.ts';
import type { Claim } from './claim.ts';
import { type DataFile, entriesOf, readDataFile } from './data-file.ts';

const kinds =
  /azuremlschemas\.azureedge\.net\/[\w.-]+\/(?<kind>commandJob|commandComponent|sparkJob|pipelineJob|managedOnlineDeployment|kubernetesOnlineDeployment|modelBatchDeployment|batchDeployment)\.schema\.json/;

/** One claim for each job, component and deployment of Azure Machine Learning that names code of the repository. */
export async function azureMlClaims({ repository }: Workspace): Promise<Claim[]> {
  const claims: Claim[] = [];
  for (const file of repository.files) {
    if (!/\.ya?ml$/.test(file)) continue;
    if (!mentions(repository.glance(file))) continue;
    const data = await readDataFile(file, repository);
    const kind = kinds.exec(textOf(at(data?.root, '$schema')) ?? '')?.groups?.['kind'];
    if (data === undefined || kind === undefined) continue;
    const label = textOf(at(data.root, 'name')) ?? baseName(file).replace(/\.ya?ml$/, '');
    if (kind === 'pipelineJob') {
      for (const { name, value } of entriesOf(at(data.root, 'jobs')).slice(0, 200))
        claims.push(...stepClaim(file, name, value, data));
    } else claims.push(...stepClaim(file, label, data.root, data));
  }
  return claims.filter(({ folder }) => folder !== undefined && repository.hasFolder(folder));
}

function mentions(content: FileContent): boolean {
  if (!content.ok) return false;
  const { buffer, byteOffset, byteLength } = content.bytes;
  return Buffer.from(buffer, byteOffset, byteLength).includes('azuremlschemas');
}

/** A job runs a command in the folder of its code; a deployment starts a scoring script. */
function stepClaim(file: string, label: string, node: DataNode, data: DataFile): Claim[] {
  const job = at(node, 'component') !== undefined && at(node, 'command') === undefined ? at(node, 'component') : node;
  const configured = at(job, 'code_configuration');
  const stated = at(configured, 'code') ?? at(job, 'code');
  const code = textOf(stated);
  const command = textOf(at(job, 'command'));
  const script = textOf(at(configured, 'scoring_script')) ?? textOf(at(job, 'entry', 'file'));
  const folder = code === undefined || /^[a-z]+:/.test(code) ? undefined : joinPath(folderOf(file), code);
  if (folder === undefined || (command === undefined && script === undefined)) return [];
  return [
    {
      file,
      label,
      name: textOf(at(job, 'name')) ?? null,
      rank: 'platform',
      cloud: 'azure',
      compute: 'ml',
      environment: 'Azure Machine Learning',
      place: data.place(stated ?? node),
      definition: null,
      folder,
      command:
        script === undefined ? ['sh', '-c', (command ?? '').replaceAll(/\$\{\{[^}]*\}\}/g, 'x')] : ['python', script],
      runtime:
        script === undefined
          ? undefined
          : { platform: null, id: null, python: null, evidence: [evidence(data.place(stated ?? node), script)] },
    },
  ];
}
