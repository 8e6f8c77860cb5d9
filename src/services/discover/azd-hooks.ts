// https://learn.microsoft.com/azure/developer/azure-developer-cli/azd-extensibility
import { folderOf, joinPath } from '../../repository/paths.ts';
import type { Repository } from '../../repository/repository.ts';
import type { DataNode } from '../../syntax/data-tree.ts';
import { asSequence, at, textOf } from '../../syntax/navigate.ts';
import { entriesOf, readDataFile } from './claims/data-file.ts';

/** The folders of the scripts that azd runs around a deployment, for the whole of it or for a service: nothing in them is deployed. */
export async function hookFolders(repository: Repository): Promise<ReadonlySet<string>> {
  const folders = new Set<string>();
  for (const file of repository.files.filter((one) => /(^|\/)azure\.ya?ml$/.test(one))) {
    const root = (await readDataFile(file, repository))?.root;
    const services = entriesOf(at(root, 'services')).slice(0, mostServices);
    const bases = [
      { owner: root, base: folderOf(file) },
      ...services.map(({ value }) => ({
        owner: value,
        base: joinPath(folderOf(file), textOf(at(value, 'project')) ?? '.'),
      })),
    ];
    for (const { owner, base } of bases) {
      if (base === undefined) continue;
      const words = entriesOf(at(owner, 'hooks')).flatMap(({ value }) => commandsOf(value).flatMap(wordsOf));
      for (const script of words.flatMap((word) => joinPath(base, word) ?? [])) {
        if (repository.has(script) && folderOf(script) !== '.') folders.add(folderOf(script));
      }
    }
  }
  return folders;
}

const mostServices = 500;

/** What a hook runs, on each system; a hook may be a list of them. */
function commandsOf(hook: DataNode): string[] {
  return (asSequence(hook)?.items ?? [hook]).flatMap((one) =>
    [at(one, 'run'), at(one, 'posix', 'run'), at(one, 'windows', 'run')].flatMap((node) => textOf(node) ?? []),
  );
}

const wordsOf = (text: string): string[] => text.slice(0, 10_000).split(/[\s;&|"'()]+/);
