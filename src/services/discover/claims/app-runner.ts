// https://docs.aws.amazon.com/apprunner/latest/dg/config-file-ref.html
import { evidence } from '../../../evidence/evidence.ts';
import { folderOf } from '../../../repository/paths.ts';
import { at, textOf } from '../../../syntax/navigate.ts';
import type { Workspace } from '../../workspace.ts';
import type { Claim } from './claim.ts';
import { readDataFile, wordsOf } from './data-file.ts';

const appRunnerFiles = /(^|\/)apprunner\.ya?ml$/;

/** One claim for each `apprunner.yaml` whose runtime is Python. */
export async function appRunnerClaims({ repository }: Workspace): Promise<Claim[]> {
  const claims: Claim[] = [];
  for (const file of repository.files.filter((one) => appRunnerFiles.test(one))) {
    const data = await readDataFile(file, repository);
    const stated = at(data?.root, 'runtime');
    const runtime = textOf(stated) ?? '';
    if (data === undefined || stated === undefined || !/^python\d*$/.test(runtime)) continue;
    const version = at(data.root, 'run', 'runtime-version') ?? stated;
    const digits = /^(?:python)?(\d)\.?(\d+)/.exec(textOf(version) ?? '');
    const folder = folderOf(file);
    claims.push({
      file,
      label: folder,
      name: null,
      rank: 'platform',
      cloud: 'aws',
      compute: 'container',
      place: data.place(stated),
      definition: null,
      folder,
      runtime: {
        platform: null,
        id: null,
        python: digits === null ? null : `${digits[1]}.${digits[2]}`,
        evidence: [evidence(data.place(version), textOf(version) ?? runtime)],
      },
      command: wordsOf(at(data.root, 'run', 'command')),
    });
  }
  return claims;
}
