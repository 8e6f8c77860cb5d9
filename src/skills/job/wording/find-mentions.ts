import type { SlipFinder } from './slips.ts';
import type { Token } from './tokens.ts';
import type { Meaning, Vocabulary } from './vocabulary.ts';

/** Words of a text that may name skills. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly ids: readonly string[];
  readonly implied: readonly string[];
  /** `listed`: only beside something that is a skill for sure; `weak`: only where software is spoken of; `deed`: where work is. */
  readonly sureness: 'sure' | 'listed' | 'weak' | 'making' | 'people' | 'deed';
  /** It stands for any of its skills: an open choice. */
  readonly open?: true;
}

/** What may name skills in these tokens, in order; the longest phrase at a place counts. */
export function findMentions(tokens: readonly Token[], vocabulary: Vocabulary, slips: SlipFinder): Mention[] {
  const mentions: Mention[] = [];
  const ordinary = new Set<number>(); // tokens of phrases in which words mean something else
  for (let index = 0; index < tokens.length; ) {
    const found = vocabulary.longest(tokens, index) ?? misspelled(tokens, index, vocabulary, slips);
    if (found === undefined) {
      index += 1;
      continue;
    }
    const { length, meanings } = found;
    if (isNameAfterAll(tokens.slice(index, index + length), meanings)) {
      index += 1;
      continue;
    }
    const first = tokens[index] as Token;
    const last = tokens[index + length - 1] as Token;
    const mention = mentionOf(tokens.slice(index, index + length), meanings);
    const opening = index === 0 && tokens.length > 4 && meanings.every(({ sureness }) => sureness !== 'always');
    // The first word of a sentence has a capital whatever it means.
    const sureness = mention?.sureness === 'sure' && opening ? 'weak' : mention?.sureness;
    if (mention !== undefined && sureness !== undefined) {
      mentions.push({ ...mention, start: first.start, end: last.end, sureness });
    } else for (let at = index; at < index + length; at++) ordinary.add(at);
    index += length;
  }
  for (const { id, index } of vocabulary.deeds(tokens)) {
    const { start, end } = tokens[index] as Token;
    const known = mentions.some((one) => one.ids.includes(id) && one.start <= start && one.end >= end);
    if (!ordinary.has(index) && !known) mentions.push({ start, end, ids: [id], implied: [], sureness: 'deed' });
  }
  return mentions.sort((a, b) => a.start - b.start);
}

/** True where a phrase in which a word is ordinary has it as a name: `the Helm charts` is not `the helm`. */
function isNameAfterAll(tokens: readonly Token[], meanings: readonly Meaning[]): boolean {
  if (!meanings.every(({ sureness }) => sureness === 'never')) return false;
  const written = tokens.filter(({ word }) => word);
  return meanings.every(({ spelled }) => {
    const words = spelled.split(/[\s-]+/);
    return written.some(({ text, lower }, index) => index > 0 && text !== lower && words[index] === lower);
  });
}

function misspelled(
  tokens: readonly Token[],
  index: number,
  vocabulary: Vocabulary,
  slips: SlipFinder,
): ReturnType<Vocabulary['longest']> {
  const token = tokens[index] as Token;
  const name = token.word ? slips.meant(token.lower) : undefined;
  return name === undefined ? undefined : vocabulary.longest([{ ...token, text: name, lower: name }], 0);
}

type Found = Omit<Mention, 'start' | 'end'>;

function mentionOf(tokens: readonly Token[], meanings: readonly Meaning[]): Found | undefined {
  if (meanings.every(({ sureness }) => sureness === 'never')) return undefined;
  const sure = meanings.filter((meaning) => meaning.sureness === 'always' || isSpelled(tokens, meaning));
  if (sure.length > 0) return joined(sure, 'sure');
  const weak = meanings.filter(({ sureness }) => sureness === 'weak');
  if (weak.length > 0) return joined(weak, 'weak');
  for (const doubtful of ['making', 'people'] as const) {
    const some = meanings.filter(({ sureness }) => sureness === doubtful);
    if (some.length > 0) return joined(some, doubtful);
  }
  return joined(
    meanings.filter((meaning) => meaning.sureness === 'cased'),
    'listed',
  );
}

/** True for a name as its makers spell it, or all in capitals. */
function isSpelled(tokens: readonly Token[], { sureness, spelled }: Meaning): boolean {
  if (sureness !== 'cased') return false;
  const written = tokens.map(({ text }) => text).join('');
  const name = spelled.replaceAll(' ', '');
  return written === name || (name.length > 3 && written === name.toUpperCase()) || written === `${name}s`;
}

function joined(meanings: readonly Meaning[], sureness: Mention['sureness']): Found {
  return {
    ids: [...new Set(meanings.flatMap(({ ids }) => ids))],
    implied: [...new Set(meanings.flatMap(({ implied }) => implied))],
    sureness,
  };
}
