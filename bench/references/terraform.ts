import { read } from '../../src/infrastructure/terraform/index.ts';
import type { Repository } from '../../src/repository/repository.ts';
import type { Counted, Unresolved } from './counted.ts';
import { expressionText } from './hcl-text.ts';

const reference =
  /(?<![\w.\-"])(?:(?:var|local|module)\.[\w-]+|data\.\w+\.[\w-]+|(?!var|local|module|data|each|path|count|self)[a-z][a-z0-9-]*_\w+\.[A-Za-z_][\w-]*)/g;

/**
 * The references to variables, locals, modules, data sources and resources that stand in a repository's Terraform code,
 * found by a pattern. One is resolved if reading found a value, a resource or a parameter in some instance of its module.
 */
export async function terraformReferences(repository: Repository): Promise<Counted> {
  const seen = new Map<string, string>();
  await read({ repository, kindOf: () => null }, (source, node, value) => {
    const key = `${source.file} ${node.start}`;
    const reason = value.kind === 'unknown' ? `${value.reason}: ${value.text.split(':', 1)[0]}` : '';
    if (seen.get(key) !== '') seen.set(key, reason);
  });
  const unresolved: Unresolved[] = [];
  let total = 0;
  for (const file of repository.files) {
    if (!/\.(tf|tofu)$/.test(file) || file.includes('.terraform/')) continue;
    const content = repository.readText(file);
    if (!content.ok) continue;
    const text = expressionText(content.text);
    const iterators = iteratorsOf(content.text);
    for (const match of text.matchAll(reference)) {
      if (iterators.has(match[0].split('.')[0] ?? '')) continue;
      total++;
      const reason = seen.get(`${file} ${match.index}`) ?? 'not looked up';
      if (reason === '' || (reason.endsWith(': nothing is there') && isTried(text, match.index))) continue;
      const line = content.text.slice(0, match.index).split('\n').length;
      unresolved.push({ file, line, text: match[0], reason });
    }
  }
  return { total, unresolved };
}

/** True in an argument of `try`, `can` or `lookup`: that nothing is there is what they ask, and Terraform finds the same. */
function isTried(text: string, index: number): boolean {
  let closed = 0;
  for (let at = index - 1; at >= Math.max(0, index - 2_000); at--) {
    if (text[at] === ')') closed++;
    else if (text[at] === '(' && closed > 0) closed--;
    else if (text[at] === '(' && /\b(?:try|can|lookup)\s*$/.test(text.slice(Math.max(0, at - 20), at))) return true;
  }
  return false;
}

/** The names that dynamic blocks and loops of a file give to what they go over: these are no references. */
function iteratorsOf(text: string): Set<string> {
  const found = text.matchAll(/\bdynamic\s+"(\w+)"|\biterator\s*=\s*(\w+)|\bfor\s+(\w+)(?:\s*,\s*(\w+))?\s+in\b/g);
  return new Set([...found].flatMap((match) => match.slice(1).filter((name) => name !== undefined)));
}
