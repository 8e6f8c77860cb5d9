import { read } from '../../src/infrastructure/serverless/index.ts';
import type { Repository } from '../../src/repository/repository.ts';
import { lineAt, referencesIn } from './cloudformation-text.ts';
import type { Counted, Unresolved } from './counted.ts';
import { Noted } from './noted.ts';

/**
 * The variables (`${self:…}`, `${opt:…}`, `${env:…}`, `${file(…)}`, `${param:…}`, `${sls:…}`) and CloudFormation's
 * references that stand in a repository's serverless.yml files, found by patterns. What stands in another system (`ssm`,
 * `cf`, …) is not counted.
 */
export async function serverlessReferences(repository: Repository): Promise<Counted> {
  const noted = new Noted();
  await read({ repository, kindOf: () => null }, noted.add);
  const unresolved: Unresolved[] = [];
  let total = 0;
  let outside = 0;
  for (const file of repository.files) {
    const content = /(^|\/)serverless[^/]*\.(ya?ml|json)$/i.test(file) ? repository.readText(file) : undefined;
    if (content?.ok !== true || !/^["']?service["']?\s*:/m.test(content.text)) continue;
    for (const { start, name } of [...variablesIn(content.text), ...referencesIn(content.text)]) {
      const line = lineAt(content.text, start);
      const reason = noted.reason(file, line, name);
      if (reason === 'unreadable-file') {
        outside++;
        continue;
      }
      total++;
      if (reason !== '') unresolved.push({ file, line, text: name, reason });
    }
  }
  return { total, unresolved, outside };
}

/** Each variable with all of its text, those within others too. */
function variablesIn(text: string): { start: number; name: string }[] {
  return [...text.matchAll(/\$\{\s*(?:(?:self|opt|env|param|sls):|file\()/g)].flatMap(({ index }) => {
    const lineStart = text.lastIndexOf('\n', index) + 1;
    if (/(^|\s)#/.test(text.slice(lineStart, index))) return [];
    let depth = 0;
    for (let end = index; end < text.length; end++) {
      if (text[end] === '{') depth++;
      else if (text[end] === '}' && --depth === 0) return [{ start: index, name: text.slice(index, end + 1) }];
    }
    return [];
  });
}
