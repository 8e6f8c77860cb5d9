import { read } from '../../src/infrastructure/cloudformation/index.ts';
import type { Repository } from '../../src/repository/repository.ts';
import { lineAt, referencesIn } from './cloudformation-text.ts';
import type { Counted, Unresolved } from './counted.ts';
import { Noted } from './noted.ts';

const isTemplate = /^["']?(AWSTemplateFormatVersion|Resources)["']?\s*:|"Resources"\s*:\s*\{/m;

/**
 * The references (`Ref`, `GetAtt`, `${…}` in `Sub`) that stand in a repository's templates, found by patterns; pseudo
 * parameters are not counted. One is resolved if it leads to what is declared or given there.
 */
export async function cloudFormationReferences(repository: Repository): Promise<Counted> {
  const noted = new Noted();
  await read({ repository, kindOf: () => null }, noted.add);
  const unresolved: Unresolved[] = [];
  let total = 0;
  for (const file of repository.files) {
    const content = /\.(ya?ml|json|template)$/i.test(file) ? repository.readText(file) : undefined;
    if (content?.ok !== true || !isTemplate.test(content.text) || !/Type["']?\s*:\s*["']?AWS::/.test(content.text))
      continue;
    for (const { start, name } of referencesIn(content.text)) {
      total++;
      const line = lineAt(content.text, start);
      const reason = noted.reason(file, line, name);
      if (reason !== '') unresolved.push({ file, line, text: name, reason });
    }
  }
  return { total, unresolved };
}
