// https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure.html
import { folderOf, joinPath } from '../../../repository/paths.ts';
import { asSequence, at, textOf } from '../../../syntax/navigate.ts';
import type { Workspace } from '../../workspace.ts';
import { startsOfWords } from '../starts/starts-of.ts';
import type { Claim } from './claim.ts';
import { entriesOf, readDataFile } from './data-file.ts';

const appspecFiles = /(^|\/)appspec\.ya?ml$/;

/** One claim for each CodeDeploy specification whose hooks start Python on a machine. */
export async function appspecClaims({ repository }: Workspace): Promise<Claim[]> {
  const claims: Claim[] = [];
  for (const file of repository.files.filter((one) => appspecFiles.test(one))) {
    const data = await readDataFile(file, repository);
    const folder = folderOf(file);
    const hooks = entriesOf(at(data?.root, 'hooks')).filter(({ name }) => /Start$|^AfterInstall$/.test(name));
    const scripts = hooks.flatMap(({ value }) =>
      (asSequence(value)?.items ?? []).map((item) => textOf(at(item, 'location'))),
    );
    const command = scripts
      .flatMap((script) => (script === undefined ? [] : (joinPath(folder, script) ?? [])))
      .map((script) => ['sh', '-c', `./${script}`])
      .find((words) => startsOfWords(words, { repository, folders: ['.', folder] }).python);
    const os = at(data?.root, 'os');
    if (data === undefined || os === undefined || command === undefined) continue;
    claims.push({
      file,
      label: folder,
      name: null,
      rank: 'platform',
      cloud: 'aws',
      compute: 'vm',
      place: data.place(os),
      definition: null,
      folder,
      command,
    });
  }
  return claims;
}
