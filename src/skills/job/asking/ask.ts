import type { Catalogue } from '../../../catalogue/catalogue.ts';
import type { Block, SectionKind } from '../reading/block.ts';
import { type MappedText, slice } from '../reading/mapped-text.ts';
import { findMentions, type Mention } from '../wording/find-mentions.ts';
import { type SlipFinder, slipFinder } from '../wording/slips.ts';
import { tokensOf } from '../wording/tokens.ts';
import { type Vocabulary, vocabularyOf } from '../wording/vocabulary.ts';
import { alternativesOf } from './alternatives.ts';
import { asksThere, learnBehind, making, refusedAhead, refusedBehind, software, withPeople } from './cues.ts';
import { levelOf, sectionOf } from './headings.ts';
import { lettered } from './legend.ts';
import { makersAsClouds, openChoices } from './open-cloud.ts';
import { fits } from './phrases.ts';
import { relativisedBlocks } from './relativised.ts';
import { type Refusal, remarksOn } from './remarks.ts';
import type { Placed } from './sections.ts';
import { sentencesOf } from './sentences.ts';
import { asServers } from './servers.ts';

/** One place that names skills, and how it asks for them. */
export interface Asked {
  readonly ids: readonly string[];
  readonly implied: readonly string[];
  /** Any of its skills would do. */
  readonly open: boolean;
  readonly level: 'required' | 'nice';
  /** The level is said: by the section, a table or the sentence. */
  readonly graded: boolean;
  /** Why it is not asked of the applicant; undefined if it is. */
  readonly refusal?: Refusal;
  /** Names asked for with this one, of which one is enough; each set is an object of its own. */
  readonly group?: object;
  /** It only describes what there is, outside of what is said of the work and of the applicant. */
  readonly described: boolean;
  readonly section: number;
  /** The words that ask for it. */
  readonly quote: MappedText;
}

/** What reads the wording of advertisements. */
export interface Reader {
  readonly vocabulary: Vocabulary;
  readonly slips: SlipFinder;
}

/** Opens the vocabulary of a catalogue. */
export function openReader(catalogue: Catalogue): Reader {
  const vocabulary = vocabularyOf(catalogue);
  return { vocabulary, slips: slipFinder(vocabulary.names) };
}

/** What the blocks of an advertisement ask for, place by place. */
export function askedIn(placed: readonly Placed[], reader: Reader): Asked[] {
  const light = relativisedBlocks(placed);
  const levelOfLetter = lettered(placed);
  return placed.flatMap((one, at) => {
    if (isAnsweredBelow(one.block, placed[at + 1]?.block)) return [];
    const level = levelOfLetter(one) ?? one.level;
    const found = askedInBlock(level === undefined ? one : { ...one, level }, reader);
    return light.has(one) ? found.map((asked) => (asked.graded ? asked : { ...asked, level: 'nice' as const })) : found;
  });
}

function askedInBlock(one: Placed, reader: Reader): Asked[] {
  let { kind } = one;
  const { text } = one.block;
  const sentences = sentencesOf(text.text);
  return sentences.flatMap(({ start, end }, index) => {
    const sentence = slice(text, start, end);
    const next = sentences[index + 1];
    const denied = next !== undefined && isDenied(sentence.text, text.text.slice(next.start, next.end));
    const label = /^\s*([^:]{2,60}):\s/.exec(sentence.text)?.[1];
    kind = (label === undefined ? undefined : labelled(label)) ?? kind;
    return askedInSentence(sentence, { ...one, kind, ...(denied && { level: 'refused' }) }, reader);
  });
}

/** A heading that asks after something which is denied below it, or taught: `What about Kafka?` */
function isAnsweredBelow({ kind, text: { text } }: Block, next: Block | undefined): boolean {
  if (kind !== 'heading' || !/^(?:(?:and |but )?(?:what|how) about|our)\b.*\?$/i.test(text)) return false;
  const answer = next?.text.text ?? '';
  return fits(refusedAhead, answer) || fits(refusedBehind, answer) || fits(learnBehind, answer);
}

/** `Kubernetes? Not here.` */
function isDenied(question: string, answer: string): boolean {
  return (
    /\?\s*$/.test(question) &&
    /^\s*(?:not|no|nope|never|neither|none|forget|we have neither|we (?:don't|do not|wouldn't|have no)|there (?:isn't|is not|aren't|are no|is no|is none)|nowhere|hardly|gone)\b/i.test(
      answer,
    )
  );
}

/** What a label before a colon says that the sentence behind it is about. */
function labelled(label: string): SectionKind | undefined {
  const level = levelOf(label);
  return level === undefined || level === 'refused' ? sectionOf(label) : level;
}

function askedInSentence(sentence: MappedText, { kind, section, level }: Placed, reader: Reader): Asked[] {
  const { text } = sentence;
  const { vocabulary, slips } = reader;
  const found = asServers(text, findMentions(tokensOf(text), vocabulary, slips), vocabulary.hosts);
  const mentions = accepted(text, found, kind);
  mentions.push(...makersAsClouds(text, mentions));
  mentions.push(...openChoices(text, mentions));
  mentions.sort((a, b) => a.start - b.start);
  if (mentions.length === 0) return [];
  const remarks = remarksOn(text, mentions, kind);
  const sets = alternativesOf(text, mentions);
  const refused = refusalOf(kind, text);
  return mentions.map((mention, index): Asked => {
    const remark = remarks[index] ?? {};
    const said =
      remark.level ??
      (level === 'refused' ? undefined : level) ??
      (kind === 'nice' || kind === 'required' ? kind : undefined);
    const strict = kind === 'nice' && remark.level === 'required' ? 'nice' : said;
    const refusal = remark.refusal ?? (level === 'refused' ? 'negation' : refused);
    const set = sets.find((one) => one.includes(index)) ?? (mention.open ? mention : undefined);
    return {
      ids: mention.ids,
      implied: mention.implied,
      open: mention.open === true,
      level: strict ?? 'required',
      graded: strict !== undefined,
      ...(refusal !== undefined && { refusal }),
      ...(set !== undefined && { group: set }),
      described: strict === undefined && (kind === 'open' || kind === 'company'),
      section,
      quote: quoteOf(sentence, mention),
    };
  });
}

/** The mentions that name skills here: an ordinary word does beside another skill, a wide one where software is meant. */
function accepted(text: string, mentions: readonly Mention[], kind: SectionKind): Mention[] {
  const ofApplicants = kind === 'required' || kind === 'nice' || kind === 'task';
  const spoken =
    ofApplicants ||
    kind === 'stack' ||
    mentions.some(({ sureness }) => sureness === 'sure') ||
    fits(software, text) ||
    fits(making, text);
  const sure = mentions.map(({ sureness, start }) => {
    if (sureness === 'weak') return spoken;
    if (sureness === 'deed') return ofApplicants || /\byou\b/i.test(text);
    const before = text.slice(Math.max(0, start - 60), start);
    if (sureness === 'making') return fits(making, before);
    return sureness === 'people' ? ofApplicants && fits(withPeople, before) : sureness === 'sure';
  });
  const besides = (index: number, other: number): boolean => {
    const [first, second] = index < other ? [mentions[index], mentions[other]] : [mentions[other], mentions[index]];
    if (first === undefined || second === undefined) return false;
    return /^\s*(?:[,/+&|]|and|or|and\/or)+\s*(?:and |or )?$/.test(text.slice(first.end, second.start));
  };
  for (let index = 0; index < mentions.length; index++) {
    if (mentions[index]?.sureness !== 'listed') continue;
    const pair = ofApplicants && mentions[index - 1]?.sureness === 'listed' && besides(index, index - 1);
    if (pair) sure[index - 1] = true; // two of such names side by side
    sure[index] = pair || (sure[index - 1] === true && besides(index, index - 1));
  }
  for (let index = mentions.length - 1; index >= 0; index--) {
    if (sure[index] === false && mentions[index]?.sureness === 'listed') {
      sure[index] = sure[index + 1] === true && besides(index, index + 1);
    }
  }
  return mentions.filter((_, index) => sure[index]);
}

/** Why a section asks nothing of applicants, unless a sentence of it speaks of their work. */
function refusalOf(kind: SectionKind, text: string): Refusal | undefined {
  if (kind === 'company') return fits(asksThere, text) ? undefined : 'company';
  if (kind === 'benefit')
    return /\bstack\b|\byou(?:'ll| will) (?:work|use|build)\b/i.test(text) ? undefined : 'benefit';
  return kind === 'learn' || kind === 'elsewhere' ? kind : undefined;
}

const longestQuote = 160;

/** The words that ask for something: its sentence, or what stands around it in a long one. */
function quoteOf(sentence: MappedText, { start, end }: Mention): MappedText {
  const { text } = sentence;
  if (text.trim().length <= longestQuote) return trimmed(sentence);
  const room = Math.max(0, (longestQuote - (end - start)) >> 1);
  const from = start <= room ? 0 : text.indexOf(' ', start - room) + 1;
  const to = end + room >= text.length ? text.length : text.lastIndexOf(' ', end + room);
  return trimmed(slice(sentence, Math.min(from, start), Math.max(to, end)));
}

function trimmed(part: MappedText): MappedText {
  const start = part.text.length - part.text.trimStart().length;
  return slice(part, start, start + part.text.trim().length);
}
