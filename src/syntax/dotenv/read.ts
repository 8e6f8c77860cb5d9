// https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax
import type { Comment, DataTree, Entry, MappingNode, ScalarNode, SyntaxFault } from '../data-tree.ts';
import { addFault, unreadable } from '../limits.ts';
import { Lines } from '../lines.ts';

const assignment = /[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.-]*)[ \t]*(?:[=:][ \t]*)?/y;
const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\', $: '$' };

/**
 * Reads an environment file (`.env`) into a mapping of texts: `NAME=value`, `export NAME=value`, values in single or
 * double quotes over any number of lines, and comments behind white space. Variables (`${NAME}`) stay as written, and a
 * name without `=` has the value null. Never throws.
 */
export function parseDotenv(text: string): DataTree {
  const faults: SyntaxFault[] = [];
  const comments: Comment[] = [];
  const entries: Entry[] = [];
  const refused = unreadable(text);
  if (refused) faults.push(refused);
  const length = refused ? 0 : text.length;
  const names = new Set<string>();
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < length) {
    const entry = readLine(text, at, comments, faults);
    const end = entry ? entry.value.end : at;
    if (entry) {
      const name = entry.key.text;
      if (names.has(name)) addFault(faults, `duplicate name ${name.slice(0, 80)}`, entry.key.start, entry.key.end);
      names.add(name);
      entries.push(entry);
      endOfValue(text, end, comments, faults);
    }
    at = nextLine(text, end);
  }
  const first = entries[0]?.key.start ?? 0;
  const last = entries.at(-1)?.value.end ?? 0;
  const root: MappingNode = { kind: 'mapping', start: first, end: last, tag: null, entries, flow: false };
  return {
    format: 'dotenv',
    text,
    lines: new Lines(text),
    documents: entries.length > 0 ? [root] : [],
    comments,
    faults,
  };
}

function readLine(
  text: string,
  from: number,
  comments: Comment[],
  faults: SyntaxFault[],
): { key: ScalarNode; value: ScalarNode } | undefined {
  const start = skipSpaces(text, from);
  const end = lineEnd(text, start);
  if (start === end) return undefined;
  if (text[start] === '#') {
    comments.push({ start, end });
    return undefined;
  }
  assignment.lastIndex = start;
  const match = assignment.exec(text);
  if (match === null) {
    addFault(faults, 'no assignment', start, end);
    return undefined;
  }
  const [head, name = ''] = match;
  const nameStart = start + head.indexOf(name, head.startsWith('export') && name !== 'export' ? 6 : 0);
  const key = scalar(nameStart, nameStart + name.length, name, name, 'plain');
  const marked = /[=:]/.test(head.slice(head.indexOf(name) + name.length));
  if (!marked) return { key, value: scalar(key.end, key.end, null, '', 'plain') };
  return { key, value: readValue(text, start + head.length, faults) };
}

function readValue(text: string, start: number, faults: SyntaxFault[]): ScalarNode {
  const quote = text[start];
  if (quote === '"' || quote === "'") {
    const close = closing(text, start, quote);
    if (close !== undefined) {
      const inner = text.slice(start + 1, close);
      const value =
        quote === '"' ? inner.replaceAll(/\\(.)/gs, (whole, letter: string) => escapes[letter] ?? whole) : inner;
      return scalar(start, close + 1, value, value, quote === '"' ? 'double' : 'single');
    }
    addFault(faults, 'the closing quote is missing', start, start + 1);
  }
  const line = text.slice(start, lineEnd(text, start));
  const written = line.replace(/(?:^|[ \t])#.*$/s, '').trimEnd();
  return scalar(start, start + written.length, written, written, 'plain');
}

function closing(text: string, start: number, quote: string): number | undefined {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === quote) return at;
    if (text[at] === '\\' && quote === '"') at++;
  }
  return undefined;
}

/** Behind a value only a comment may stand. */
function endOfValue(text: string, from: number, comments: Comment[], faults: SyntaxFault[]): void {
  const start = skipSpaces(text, from);
  const end = lineEnd(text, start);
  if (start === end) return;
  if (text[start] === '#') comments.push({ start, end });
  else addFault(faults, 'text behind a value', start, end);
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at;
}

function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

function nextLine(text: string, from: number): number {
  const end = lineEnd(text, from);
  return text.startsWith('\r\n', end) ? end + 2 : end + 1;
}

function scalar(
  start: number,
  end: number,
  value: string | null,
  text: string,
  style: ScalarNode['style'],
): ScalarNode {
  return { kind: 'scalar', start, end, tag: null, value, text, style };
}
