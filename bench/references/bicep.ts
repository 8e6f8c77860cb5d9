import { read } from '../../src/infrastructure/bicep/index.ts';
import type { Repository } from '../../src/repository/repository.ts';
import type { Counted, Unresolved } from './counted.ts';

const declaration = /^[ \t]*(?:param|var|resource|module)\s+([A-Za-z_]\w*)/gm;
const token =
  /'''[\s\S]*?'''|\/\/[^\n]*|\/\*[\s\S]*?\*\/|'|\$\{|[{}]|(?<![\w.$])[A-Za-z_]\w*(?:(?:\.\??|::)[A-Za-z_]\w*)*/g;

/**
 * The references to parameters, variables, resources and modules, with the properties behind them, that stand in a
 * repository's Bicep files, found by a pattern. One is resolved if it leads to what is declared or given there: what only
 * the deployment can tell (`uniqueString()`) counts, what is not found, not read or given up does not.
 */
export async function bicepReferences(repository: Repository): Promise<Counted> {
  const seen = new Map<string, string>();
  await read({ repository, kindOf: () => null }, (file, node, value) => {
    const key = `${file} ${node.start} ${node.end}`;
    const isFound = value.kind !== 'unknown' || (value.reason === 'dynamic-value' && !value.text.includes('not given'));
    if (seen.get(key) !== '') seen.set(key, isFound ? '' : `${value.reason}: ${value.text}`);
  });
  const unresolved: Unresolved[] = [];
  let total = 0;
  for (const file of repository.files) {
    const content = file.endsWith('.bicep') ? repository.readText(file) : undefined;
    if (content?.ok !== true) continue;
    for (const { start, text } of referencesIn(content.text)) {
      total++;
      const reason = seen.get(`${file} ${start} ${start + text.length}`) ?? 'not looked up';
      if (reason === '') continue;
      unresolved.push({ file, line: content.text.slice(0, start).split('\n').length, text, reason });
    }
  }
  return { total, unresolved };
}

/** Names of the file's own declarations where they are used: outside comments and texts, and in `${…}` inside texts. */
function referencesIn(text: string): { start: number; text: string }[] {
  const names = new Set([...text.matchAll(declaration)].map((match) => match[1]));
  const found: { start: number; text: string }[] = [];
  const nesting: ('text' | 'interpolation' | 'brace')[] = [];
  token.lastIndex = 0;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const [part] = match;
    const inText = nesting.at(-1) === 'text';
    if (part === "'") {
      if (!inText) nesting.push('text');
      else if (text[match.index - 1] !== '\\') nesting.pop();
    } else if (part === '${') nesting.push('interpolation');
    else if (inText)
      token.lastIndex = part.startsWith('/') || part.startsWith("'''") ? match.index + 1 : token.lastIndex;
    else if (part === '{') nesting.push('brace');
    else if (part === '}') nesting.pop();
    else if (/^\w/.test(part)) {
      const whole = text[match.index + part.length] === '(' ? part.replace(/\.?\??\w+$/, '') : part;
      if (names.has(/^\w+/.exec(whole)?.[0] ?? '') && !isName(text, match.index, part.length)) {
        found.push({ start: match.index, text: whole });
      }
    }
  }
  return found;
}

/** A key of an object, or the name that a declaration gives. */
function isName(text: string, start: number, length: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', start) + 1, start);
  if (
    /^\s*(?:@.*\)\s*)?(?:param|var|resource|module|output|type|func|metadata|import|using|assert|test|extension|provider)\s+$/.test(
      line,
    )
  )
    return true;
  if (/\[\s*for\s+\(?(?:\w+,\s*)?$/.test(line)) return true;
  if (/^\s*(?:@.*\)\s*)?(?:param|output)\s+\w+\s+$/.test(line)) return true;
  return /^\s*:(?!:)/.test(text.slice(start + length, start + length + 20)) && /(^|[{,])\s*$/.test(line);
}
