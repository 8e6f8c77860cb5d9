import type { Catalogue } from '../../catalogue/catalogue.ts';
import { askedIn, openReader } from './asking/ask.ts';
import { isOfHeadings } from './asking/heading-words.ts';
import { sectionOf } from './asking/headings.ts';
import { notUnderstood } from './asking/not-understood.ts';
import { type AskedSkill, type RefusedSkill, resolveAsked } from './asking/resolve.ts';
import { placeBlocks } from './asking/sections.ts';
import { languageOf } from './language.ts';
import type { Block } from './reading/block.ts';
import { type MappedText, slice } from './reading/mapped-text.ts';
import { readAdvertisement } from './reading/read-advertisement.ts';

/** What an advertisement asks for. */
export interface Job {
  readonly title: MappedText | null;
  /** Only English is understood; of other languages no skills are told. */
  readonly language: 'en' | 'other';
  /** False where only the first part was read. */
  readonly whole: boolean;
  readonly skills: readonly AskedSkill[];
  readonly refused: readonly RefusedSkill[];
  /** Lines that ask for something that is no skill of the catalogue. */
  readonly notUnderstood: readonly MappedText[];
}

/** Reads the text of an advertisement, plain or HTML. Quotes know where in this text they stand. */
export function readJob(text: string, catalogue: Catalogue): Job {
  const { title, blocks: all, whole: read } = readAdvertisement(text);
  const { blocks, whole: kept } = firstOf(all);
  const whole = read && kept;
  const language = languageOf([title, ...blocks.map((block) => block.text)].map((part) => part?.text ?? '').join('\n'));
  if (language === 'other') return { title, language, whole, skills: [], refused: [], notUnderstood: [] };
  // A text may begin with a heading: `About us` is no title.
  const heads = title !== null && sectionOf(title.text) !== undefined && isOfHeadings(title.text);
  const placed = placeBlocks(heads ? [{ kind: 'heading', text: title }, ...blocks] : blocks);
  const first =
    title === null || heads ? [] : [{ block: { kind: 'text', text: title }, kind: 'title', section: -1 } as const];
  const found = askedIn([...first, ...placed], openReader(catalogue));
  return {
    title: heads ? null : title,
    language,
    whole,
    ...resolveAsked(found),
    notUnderstood: notUnderstood(placed, found),
  };
}

/** Characters that are understood: nobody writes a longer advertisement, and looking closely takes time. */
const mostCharacters = 60_000;

/** The blocks that are looked at closely: the first ones, a very long one cut. */
function firstOf(blocks: readonly Block[]): { blocks: Block[]; whole: boolean } {
  const kept: Block[] = [];
  let room = mostCharacters;
  for (const block of blocks) {
    if (room <= 0) break;
    const { text } = block;
    kept.push(text.text.length <= room ? block : { ...block, text: slice(text, 0, room) });
    room -= text.text.length + 1;
  }
  return { blocks: kept, whole: room >= 0 };
}
