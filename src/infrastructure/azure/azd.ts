// https://learn.microsoft.com/azure/developer/azure-developer-cli/azd-schema
import { baseName, folderOf, joinPath } from '../../repository/paths.ts';
import type { Repository } from '../../repository/repository.ts';
import { at, textOf } from '../../syntax/navigate.ts';
import { parseYaml } from '../../syntax/yaml/index.ts';

/** The Bicep files that the `azure.yaml` files of a repository deploy: `infra/main.bicep` unless they say otherwise. */
export function azdMains(repository: Repository): Set<string> {
  const mains = repository.files
    .filter((file) => /^azure\.ya?ml$/i.test(baseName(file)))
    .flatMap((file) => {
      const content = repository.readText(file);
      if (!content.ok) return [];
      const infra = at(parseYaml(content.text).documents[0], 'infra');
      const folder = textOf(at(infra, 'path')) ?? 'infra';
      const main = joinPath(folderOf(file), `${folder}/${textOf(at(infra, 'module')) ?? 'main'}.bicep`);
      return main !== undefined && repository.has(main) ? [main] : [];
    });
  return new Set(mains);
}
