import { longestText } from '../../../syntax/limits.ts';
import type { Advertisement, Block, Cell, SectionKind } from './block.ts';
import { type PageBlock, readPage } from './html-blocks.ts';
import { hasTags } from './html-walk.ts';
import { type MappedText, slice, wholeText } from './mapped-text.ts';
import { plain } from './plain.ts';
import { type Posting, type PostingText, postingsOf } from './posting-data.ts';
import { textBlocks } from './text-blocks.ts';

/** What the properties of a JobPosting are about; others have nothing that is asked of applicants. */
const properties: ReadonlyMap<string, SectionKind> = new Map([
  ['description', 'open'],
  ['responsibilities', 'task'],
  ['qualifications', 'required'],
  ['skills', 'required'],
  ['experienceRequirements', 'required'],
  ['educationRequirements', 'required'],
  ['jobBenefits', 'benefit'],
]);

/** Reads an advertisement: a text, or HTML by its schema.org data, its microdata, or else by what is seen of it. */
export function readAdvertisement(text: string): Advertisement {
  if (!isPage(text)) return readText(text);
  const page = readPage(wholeText(text));
  const whole = page.whole && page.data.every((script) => script.text.length <= longestText);
  const shown = mainPart(page.blocks);
  const posting = fullest(page.data.flatMap(postingsOf));
  if (posting !== undefined && !isPoor(posting, lengthOf(shown))) return fromData(posting.texts, posting.sound);
  const marked = fullestPosting(page.blocks);
  if (marked.length > 0) return { ...fromMicrodata(marked), whole };
  const heading = shown.findIndex(({ kind }) => kind === 'heading');
  const first = heading >= 0 && heading < 6 ? shown[heading] : undefined;
  if (first === undefined) return { title: page.title, blocks: shown, whole };
  return { title: first.text, blocks: shown.slice(heading + 1), whole };
}

/** What the page says is its main part, if that is most of what it shows; else all of it. */
function mainPart(blocks: readonly PageBlock[]): readonly PageBlock[] {
  const main = blocks.filter((block) => block.main);
  return lengthOf(main) * 3 >= lengthOf(blocks) ? main : blocks;
}

function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { text }) => sum + text.text.length, 0);
}

/** Characters of the shortest posting that is told in full: shorter ones are teasers where the page has more. */
const teaser = 600;

/** True for a posting that is a teaser or broken off, where the page itself shows more. */
function isPoor({ texts, sound }: Posting, shown: number): boolean {
  return sound ? size(texts) < Math.min(teaser, shown / 2) : size(texts) < shown;
}

/** Characters of a plain text that are read, from the first that is no blank. */
const mostCharacters = 250_000;

function readText(text: string): Advertisement {
  const start = Math.max(0, text.search(/\S/));
  const read = text.slice(start, start + mostCharacters);
  const { blocks, whole } = textBlocks(wholeText(read, start));
  return { ...withFirstLine(blocks), whole: whole && text.slice(start + mostCharacters).trim() === '' };
}

/** True for HTML: it begins with a tag, or has several; one alone may stand in any text. */
function isPage(text: string): boolean {
  if (/^\s*<(?:!doctype html|!--|[a-z][a-z0-9]*[\s>])/i.test(text)) return true;
  const tags = text
    .slice(0, 100_000)
    .match(/<\/?(?:p|br|ul|ol|li|div|h[1-6]|table|tr|td|section|script)\b[^<>]{0,2000}>/gi);
  return (tags?.length ?? 0) > 2;
}

/** Lines among which the title is looked for. */
const titleLines = 6;
const occupation =
  /\b(?:developer|engineer|scientist|analyst|architect|administrator|programmer|sre|consultant|specialist|manager|lead|head of|intern|internship|trainee|officer|researcher|tester|sdet|technician|associate|graduate|traineeship|apprentice)s?\b/i;

/**
 * The title of a text: of its first lines the one that names an occupation, else the first, where it reads like a title.
 * What stood before it, such as the employer's name, goes with the text.
 */
function withFirstLine(all: readonly Block[]): Omit<Advertisement, 'whole'> {
  const named = all.slice(0, titleLines).findIndex(isTitle);
  const blocks = named > 0 ? [all[named] as Block, ...all.slice(0, named), ...all.slice(named + 1)] : all;
  const [first, ...others] = blocks;
  if (first === undefined || first.cell !== undefined || first.text.text.length > 120) return { title: null, blocks };
  return /[.!?:]$/.test(first.text.text) ? { title: null, blocks } : { title: first.text, blocks: others };
}

function isTitle({ kind, text: { text }, cell }: Block): boolean {
  return kind !== 'item' && cell === undefined && text.length <= 100 && !/[.!?:,]$/.test(text) && occupation.test(text);
}

function size(texts: readonly PostingText[]): number {
  return texts.reduce((sum, { property, text }) => sum + (properties.has(property) ? text.text.length : 0), 0);
}

/** The posting with the most text; undefined where none has a description or what stands for one. */
function fullest(postings: readonly Posting[]): Posting | undefined {
  const [best] = [...postings].sort((a, b) => size(b.texts) - size(a.texts));
  return best !== undefined && size(best.texts) > 0 ? best : undefined;
}

function fromData(posting: readonly PostingText[], sound: boolean): Advertisement {
  const title = posting.find(({ property }) => property === 'title')?.text ?? null;
  const blocks: Block[] = [];
  let whole = sound;
  for (const { property, text } of posting) {
    const section = properties.get(property);
    if (section === undefined) continue;
    const read = blocksOf(firstOf(text));
    blocks.push(...inSection(read.blocks, section, blocks.findLast(({ cell }) => cell !== undefined)?.cell));
    whole &&= read.whole && text.text.length <= mostCharacters;
  }
  return { title: title === null ? null : plain(slice(title, 0, longestTitle)), blocks, whole };
}

const longestTitle = 300;

function firstOf(text: MappedText): MappedText {
  return text.text.length <= mostCharacters ? text : slice(text, 0, mostCharacters);
}

function blocksOf(text: MappedText): Omit<Advertisement, 'title'> {
  return hasTags(text.text) ? readPage(text) : textBlocks(text);
}

/** The blocks of a property with what it is about; their tables and rows are counted on from the `last` cell before them. */
function inSection(blocks: readonly Block[], section: SectionKind, last?: Cell): Block[] {
  return blocks.map(({ kind, text, cell }) => {
    if (cell === undefined) return { kind, text, section };
    const { table, row, column } = cell;
    return { kind, text, section, cell: { table: table + (last?.table ?? 0), row: row + (last?.row ?? 0), column } };
  });
}

function fullestPosting(blocks: readonly PageBlock[]): PageBlock[] {
  const sizes = new Map<number, number>();
  for (const { posting, text } of blocks) {
    if (posting > 0) sizes.set(posting, (sizes.get(posting) ?? 0) + text.text.length);
  }
  const [best] = [...sizes].sort(([, a], [, b]) => b - a);
  return best === undefined ? [] : blocks.filter(({ posting }) => posting === best[0]);
}

function fromMicrodata(blocks: readonly PageBlock[]): Omit<Advertisement, 'whole'> {
  const title = blocks.find(({ property }) => property === 'title') ?? blocks.find(({ kind }) => kind === 'heading');
  return {
    title: title?.text ?? null,
    blocks: blocks.flatMap((block): Block[] => {
      if (block === title) return [];
      if (block.property === null) return [block];
      const section = properties.get(block.property);
      return section === undefined ? [] : [{ ...block, section }];
    }),
  };
}
