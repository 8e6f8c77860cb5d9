import type { Lines } from './lines.ts';

/** Parts of trees that an outline leaves out: places within a node, what is shared, and the text itself. */
const hidden = new Set([
  'lines',
  'text',
  'faults',
  'comments',
  'start',
  'end',
  'kind',
  'target',
  'nameSpan',
  'typeSpan',
]);

const longestText = 60;
const deepest = 300;

/** The nodes below a tree as lines, two spaces for each level: the part, its kind, its place, what is written in it. */
export function outline(tree: object, lines: Lines): string[] {
  const found: string[] = [];
  visit(tree, '', 0, lines, found);
  return found;
}

type Fields = Readonly<Record<string, unknown>>;

function visit(value: unknown, label: string, depth: number, lines: Lines, found: string[]): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, label, depth, lines, found);
    return;
  }
  if (typeof value !== 'object' || value === null || depth > deepest) return;
  const node = value as Fields;
  const isNode = typeof node['start'] === 'number' && typeof node['end'] === 'number';
  if (isNode) found.push(`${'  '.repeat(depth)}${[label, ...described(node, lines)].filter(Boolean).join(' ')}`);
  for (const [name, part] of Object.entries(node)) {
    if (!hidden.has(name)) visit(part, name, depth + (isNode ? 1 : 0), lines, found);
  }
}

function described(node: Fields, lines: Lines): string[] {
  const { line, column } = lines.position(Number(node['start']));
  const plain = ['name', 'type', 'keyword', 'tag', 'style', 'operator', 'text', 'value', 'written'].flatMap((name) => {
    const field = node[name];
    return typeof field === 'object' || field === undefined ? [] : [`${name}=${shortened(JSON.stringify(field))}`];
  });
  return [String(node['kind'] ?? ''), `${line}:${column}`, ...plain];
}

function shortened(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}
