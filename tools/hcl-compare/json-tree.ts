import { type Body, type Expression, partsOf } from '../../src/syntax/hcl/index.ts';

// Our tree of HCL in JSON in the form that main.go gives: what a template says is not compared, but what it speaks of.

type Plain = string | number | boolean | null | readonly Plain[];

/** The attributes of a body, as names with their values, in the order of main.go. */
export function jsonBody({ items }: Body): readonly Plain[] {
  return sorted(items.flatMap((item) => (item.kind === 'attribute' ? [[item.name, plain(item.value)]] : [])));
}

function plain(node: Expression): Plain {
  if (node.kind === 'object')
    return ['object', sorted(node.entries.map(({ key, value }) => [plain(key), plain(value)]))];
  if (node.kind === 'tuple') return ['tuple', node.items.map(plain)];
  if (node.kind === 'literal') return node.value === null ? ['null'] : [kindOf(node.value), node.value];
  if (node.kind === 'template' && node.parts.every((part) => part.kind === 'text'))
    return ['text', node.parts.map((part) => (part.kind === 'text' ? part.text : '')).join('')];
  return ['names', namesIn(node, new Set()).sort().join(' ')];
}

const kindOf = (value: string | number | boolean): string =>
  typeof value === 'boolean' ? 'bool' : typeof value === 'number' ? 'number' : 'text';

/** The variables that an expression speaks of; what a loop declares is not among them. */
function namesIn(node: Expression, declared: ReadonlySet<string>): string[] {
  if (node.kind === 'variable') return declared.has(node.name) ? [] : [node.name];
  return partsOf(node).flatMap((part) => namesIn(part, declared));
}

function sorted(items: readonly Plain[]): readonly Plain[] {
  const encoder = new TextEncoder();
  const order = items.map((item) => ({ item, key: encoder.encode(JSON.stringify(item)) }));
  return order.sort((a, b) => Buffer.compare(a.key, b.key)).map(({ item }) => item);
}

/** Where two such trees part; undefined where they are the same. */
export function jsonDifference(ours: unknown, theirs: unknown): string | undefined {
  const [a, b] = [JSON.stringify(ours), JSON.stringify(theirs)];
  if (a === b) return undefined;
  let at = 0;
  while (a[at] === b[at]) at++;
  return `ours ${a.slice(Math.max(0, at - 40), at + 60)}, theirs ${b.slice(Math.max(0, at - 40), at + 60)}`;
}
