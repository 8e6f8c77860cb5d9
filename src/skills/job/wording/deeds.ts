import type { SkillWords } from '../../../catalogue/market/skill-words.ts';
import type { Token } from './tokens.ts';

/** Something that people do, told by a verb and what it is done to: `document … interfaces`, `help … juniors`. */
export interface DoneDeed {
  readonly id: string;
  /** The index of the verb. */
  readonly index: number;
}

/** Finds deeds in the tokens of a sentence. */
export type DeedFinder = (tokens: readonly Token[]) => DoneDeed[];

interface Deed {
  readonly id: string;
  /** What it is done to, each as its words; none where the verb says enough. */
  readonly things: Phrases;
  /** What it may not be done to. */
  readonly unless: Phrases;
}

/** Phrases, each as its words. */
type Phrases = readonly (readonly string[])[];

/** Words that may stand between a verb and what it is done to. */
const reach = 7;
const ends = /^[.;:!?()]$/;
/** Whom it is done to instead, and who does it: `we train you`. */
const toApplicants = new Set(['you', 'us', 'me']);
const byOthers = new Set([
  'be',
  'been',
  'being',
  'get',
  'gets',
  'is',
  'are',
  'were',
  'was',
  'we',
  'they',
  'who',
  'our',
  'that',
  'which',
]);

/** Reads the deeds of all skills; each form of their verbs leads to them. */
export function deedFinder(facts: readonly SkillWords[]): DeedFinder {
  const byVerb = new Map<string, Deed[]>();
  for (const { id, deeds = [] } of facts) {
    for (const { verbs, things, unless = [] } of deeds) {
      const deed = { id, things: phrases(things), unless: phrases(unless) };
      for (const form of new Set(verbs.flatMap(formsOf))) byVerb.set(form, [...(byVerb.get(form) ?? []), deed]);
    }
  }
  return (tokens) =>
    tokens.flatMap(({ lower }, index) => {
      const known = byVerb.get(lower) ?? [];
      if (known.length === 0 || byOthers.has(tokens[index - 1]?.lower ?? '')) return [];
      const words = wordsBehind(tokens, index);
      return known.filter((deed) => isDone(deed, words)).map(({ id }) => ({ id, index }));
    });
}

/** `document`, `documents`, `documented`, `documenting`; of `write`, `writing`; of `run`, `running`. */
function formsOf(verb: string): string[] {
  const stem = verb.replace(/e$/, '');
  const doubled = verb + verb.slice(-1);
  return [verb, `${verb}s`, `${verb}es`, `${stem}ed`, `${stem}ing`, `${doubled}ing`, `${doubled}ed`];
}

function wordsBehind(tokens: readonly Token[], index: number): string[] {
  const words: string[] = [];
  for (const { lower, word } of tokens.slice(index + 1)) {
    if (ends.test(lower) || toApplicants.has(lower) || words.length === reach) break;
    if (word) words.push(lower);
  }
  return words;
}

function isDone({ things, unless }: Deed, words: readonly string[]): boolean {
  return (things.length === 0 || hasAny(words, things)) && !hasAny(words, unless);
}

function hasAny(words: readonly string[], any: Phrases): boolean {
  return words.some((_, at) => any.some((phrase) => phrase.every((part, offset) => isForm(words[at + offset], part))));
}

function phrases(written: readonly string[]): Phrases {
  return written.map((phrase) => phrase.split(' '));
}

function isForm(word: string | undefined, part: string): boolean {
  return word === part || word === `${part}s`;
}
