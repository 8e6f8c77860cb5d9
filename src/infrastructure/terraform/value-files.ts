// https://developer.hashicorp.com/terraform/language/values/variables#variable-definitions-tfvars-files
import { folderOf } from '../../repository/paths.ts';
import type { Repository } from '../../repository/repository.ts';
import type { UnreadablePart } from '../model/reader.ts';
import { openSource } from './open-source.ts';
import type { SourceExpression } from './source.ts';

const valueFile = /(^|\/)(terraform\.tfvars|terraform\.tfvars\.json|[^/]+\.auto\.tfvars(\.json)?)$/;

/** The files of values that Terraform takes by itself, by folder, in the order in which it takes them. */
export function valueFiles(repository: Repository): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const file of repository.files) {
    if (!file.includes('.tfvars') || !valueFile.test(file)) continue;
    const files = found.get(folderOf(file)) ?? [];
    found.set(folderOf(file), [...files, file]);
  }
  for (const files of found.values()) files.sort((a, b) => order(a) - order(b) || (a < b ? -1 : 1));
  return found;
}

function order(file: string): number {
  if (file.endsWith('/terraform.tfvars') || file === 'terraform.tfvars') return 0;
  return /(^|\/)terraform\.tfvars\.json$/.test(file) ? 1 : 2;
}

/** The values that files of them state by the names of variables, later files before earlier ones. */
export function readValues(
  files: readonly string[],
  repository: Repository,
  unreadable: UnreadablePart[],
): Map<string, SourceExpression> {
  const values = new Map<string, SourceExpression>();
  for (const file of files) {
    const source = openSource(file, repository, unreadable);
    if (source === undefined) continue;
    for (const item of source.hcl.body.items) {
      if (item.kind === 'attribute') {
        values.set(item.name, { source, expression: item.value, key: item.nameSpan });
      }
    }
  }
  return values;
}
