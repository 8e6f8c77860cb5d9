import type { Catalogue } from '../../../catalogue/catalogue.ts';
import type { SkillWords } from '../../../catalogue/market/skill-words.ts';
import { type DeedFinder, deedFinder } from './deeds.ts';
import { type Token, tokensOf } from './tokens.ts';

/** How surely a phrase speaks of its skills: by itself, only as it is spelled, only among software, only where such is made or such people are worked with, never. */
export type Sureness = 'always' | 'cased' | 'weak' | 'making' | 'people' | 'never';

/** What a phrase stands for. */
export interface Meaning {
  readonly sureness: Sureness;
  /** Skills that it names. */
  readonly ids: readonly string[];
  /** Skills that go with what it names. */
  readonly implied: readonly string[];
  /** As it has to be spelled, for `cased`. */
  readonly spelled: string;
}

interface Node {
  readonly next: Map<string, Node>;
  meanings: Meaning[];
}

/** The phrases of the catalogue, as a tree of words. */
export interface Vocabulary {
  /** The longest phrase that begins at a token, and how many tokens it takes; undefined if there is none. */
  longest(tokens: readonly Token[], index: number): { length: number; meanings: readonly Meaning[] } | undefined;
  readonly deeds: DeedFinder;
  /** Hosts of code by name, and the skill that they are as servers of CI. */
  readonly hosts: ReadonlyMap<string, string>;
  /** Names of one word that can hardly be mistaken, by which slips of the pen are mended. */
  readonly names: ReadonlySet<string>;
}

const opened = new WeakMap<Catalogue, Vocabulary>();

/** The vocabulary of a catalogue; read once for each. */
export function vocabularyOf(catalogue: Catalogue): Vocabulary {
  let vocabulary = opened.get(catalogue);
  if (vocabulary === undefined) {
    opened.set(catalogue, (vocabulary = read(catalogue.load('market/skill-words').facts)));
  }
  return vocabulary;
}

function read(facts: readonly SkillWords[]): Vocabulary {
  const root: Node = { next: new Map(), meanings: [] };
  const names = new Set<string>();
  for (const fact of facts) {
    const ids = [fact.id];
    for (const word of fact.words ?? []) {
      add(root, word, { sureness: 'always', ids, implied: [], spelled: '' });
      if (/^[a-z]{6,}$/.test(word)) names.add(word);
    }
    for (const word of fact.cased ?? []) add(root, word, { sureness: 'cased', ids, implied: [], spelled: word });
    for (const word of fact.weak ?? []) add(root, word, { sureness: 'weak', ids, implied: [], spelled: '' });
    for (const word of fact.making ?? []) add(root, word, { sureness: 'making', ids, implied: [], spelled: '' });
    for (const word of fact.people ?? []) add(root, word, { sureness: 'people', ids, implied: [], spelled: '' });
    for (const word of fact.unlike ?? []) add(root, word, { sureness: 'never', ids, implied: [], spelled: word });
  }
  // What is implied goes with a phrase that names something; alone it would be a phrase without a name.
  for (const { id, implied = [] } of facts) {
    for (const word of implied) {
      const node = walk(root, word);
      node.meanings = node.meanings.map((meaning) =>
        meaning.sureness === 'never' || meaning.ids.includes(id)
          ? meaning
          : { ...meaning, implied: [...meaning.implied, id] },
      );
    }
  }
  const hosts = new Map(facts.flatMap(({ id, serving = [] }) => serving.map((name) => [name, id] as const)));
  return { longest: (tokens, index) => longest(root, tokens, index), deeds: deedFinder(facts), hosts, names };
}

const wordsOf = (phrase: string): string[] =>
  tokensOf(phrase)
    .map(({ lower }) => lower)
    .filter((word) => word !== '-');

function walk(root: Node, phrase: string): Node {
  return wordsOf(phrase).reduce((node, word) => {
    let next = node.next.get(word);
    if (next === undefined) node.next.set(word, (next = { next: new Map(), meanings: [] }));
    return next;
  }, root);
}

function add(root: Node, phrase: string, meaning: Meaning): void {
  walk(root, phrase).meanings.push(meaning);
}

function longest(root: Node, tokens: readonly Token[], start: number): ReturnType<Vocabulary['longest']> {
  let node: Node | undefined = root;
  let best: ReturnType<Vocabulary['longest']>;
  for (let index = start; node !== undefined && index < tokens.length; index++) {
    const { lower } = tokens[index] as Token;
    if (lower === '-' && index > start) continue; // event-driven, event driven
    node =
      node.next.get(lower) ?? (lower.length > 2 && lower.endsWith('s') ? final(node, lower.slice(0, -1)) : undefined);
    if (node !== undefined && node.meanings.length > 0) best = { length: index - start + 1, meanings: node.meanings };
  }
  return best;
}

/** The phrase that ends with this word, for its plural: no longer phrase goes on from it. */
function final(node: Node, singular: string): Node | undefined {
  const found = node.next.get(singular);
  return found === undefined || found.meanings.length === 0 ? undefined : { next: new Map(), meanings: found.meanings };
}
