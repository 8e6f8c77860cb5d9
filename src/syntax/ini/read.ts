// https://docs.python.org/3/library/configparser.html#supported-ini-file-structure
import type { Comment, DataNode, DataTree, Entry, MappingNode, ScalarNode, SyntaxFault } from '../data-tree.ts';
import { addFault, unreadable } from '../limits.ts';
import { Lines } from '../lines.ts';

type Open<T> = { -readonly [K in keyof T]: T[K] };

interface Section {
  readonly node: Open<MappingNode>;
  readonly entries: Entry[];
  readonly names: Set<string>;
}

/** A value that may go on over lines indented deeper than `depth`; `gap` holds the empty lines since. */
interface Unfinished {
  readonly value: Open<ScalarNode>;
  readonly depth: number;
  gap: string;
}

/**
 * Reads INI as Python's configparser does (`setup.cfg`, `tox.ini`, AWS profiles): a mapping of sections to mappings of
 * texts. Keys keep their case; keys before the first section stand in the root. The lines of a value that goes on over
 * indented lines are joined with `\n`, each trimmed; a key without `=` or `:` has the value null. Never throws.
 */
export function parseIni(text: string): DataTree {
  const refused = unreadable(text);
  const reader = new Reader(refused ? '' : text);
  const faults = refused ? [refused] : reader.faults;
  const documents = reader.read();
  return { format: 'ini', text, lines: new Lines(text), documents, comments: reader.comments, faults };
}

const option = /^(?<name>[^=:\s](?:[^=:]*[^=:\s])?)\s*(?:(?<mark>[=:])\s*(?<value>.*?))?\s*$/;

class Reader {
  readonly faults: SyntaxFault[] = [];
  readonly comments: Comment[] = [];
  readonly #text: string;
  readonly #root: Section = openSection(0);
  #section: Section = this.#root;
  #last: Unfinished | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  read(): DataNode[] {
    for (const line of this.#text.matchAll(/([ \t\uFEFF]*)([^\r\n]*)(?:\r\n|\r|\n|$)/g)) {
      const [whole, indent = '', rest = ''] = line;
      if (whole === '') break;
      this.#line(rest.trimEnd(), indent.length, line.index + indent.length);
    }
    return this.#root.entries.length > 0 ? [this.#root.node] : [];
  }

  #line(text: string, depth: number, start: number): void {
    const end = start + text.length;
    if (text === '') {
      if (this.#last) this.#last.gap += '\n';
    } else if (text.startsWith('#') || text.startsWith(';')) this.comments.push({ start, end });
    else if (this.#last && depth > this.#last.depth) this.#goOn(this.#last, text, end);
    else if (text.startsWith('[')) this.#header(text, start, end);
    else this.#option(text, depth, start, end);
  }

  #goOn(last: Unfinished, text: string, end: number): void {
    const { value } = last;
    value.text += `${last.gap}\n${text}`;
    value.value = value.text;
    value.end = end;
    last.gap = '';
    this.#stretch(end);
  }

  #header(text: string, start: number, end: number): void {
    const close = text.indexOf(']');
    this.#last = undefined;
    if (close < 0) addFault(this.faults, '] is missing', start, end);
    const name = text.slice(1, close < 0 ? undefined : close);
    const there = this.#root.names.has(name);
    if (there) addFault(this.faults, `duplicate section ${name.slice(0, 80)}`, start, end);
    this.#section = openSection(start);
    this.#section.node.end = end;
    this.#root.names.add(name);
    this.#root.entries.push({ key: scalar(start + 1, start + 1 + name.length, name), value: this.#section.node });
    this.#root.node.end = end;
  }

  #option(text: string, depth: number, start: number, end: number): void {
    const groups = option.exec(text)?.groups;
    const name = groups?.['name'];
    if (name === undefined) {
      this.#last = undefined;
      addFault(this.faults, 'neither a section nor a key', start, end);
      return;
    }
    const written = groups?.['value'] ?? '';
    const value: Open<ScalarNode> =
      groups?.['mark'] === undefined
        ? { ...scalar(end, end, ''), value: null }
        : scalar(end - written.length, end, written);
    if (this.#section.names.has(name))
      addFault(this.faults, `duplicate key ${name.slice(0, 80)}`, start, start + name.length);
    this.#section.names.add(name);
    this.#section.entries.push({ key: scalar(start, start + name.length, name), value });
    this.#last = { value, depth, gap: '' };
    this.#stretch(end);
  }

  #stretch(end: number): void {
    this.#section.node.end = end;
    this.#root.node.end = end;
  }
}

function openSection(start: number): Section {
  const entries: Entry[] = [];
  const node: MappingNode = { kind: 'mapping', start, end: start, tag: null, entries, flow: false };
  return { node, entries, names: new Set() };
}

function scalar(start: number, end: number, text: string): ScalarNode {
  return { kind: 'scalar', start, end, tag: null, value: text, text, style: 'plain' };
}
