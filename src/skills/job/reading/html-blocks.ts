import type { Block, Cell } from './block.ts';
import { type OpenElement, walkHtml } from './html-walk.ts';
import { isRule, markedBlock, readsAsHeading, undecorated } from './line-marks.ts';
import { type MappedText, MappedTextBuilder, slice, through } from './mapped-text.ts';
import { plain } from './plain.ts';

/** A block of a page, and the property of schema.org that it belongs to. */
export interface PageBlock extends Block {
  /** The property of the JobPosting in whose markup it stands; null outside of any. */
  readonly property: string | null;
  /** Which of the page's postings that is, counted from 1; 0 for none. */
  readonly posting: number;
  /** It stands in what the page says is its main part. */
  readonly main: boolean;
}

/** What a page holds for its readers, and what it holds for machines. */
export interface Page {
  readonly blocks: readonly PageBlock[];
  /** The texts of its scripts of JSON-LD, as they stand. */
  readonly data: readonly MappedText[];
  /** Its `<title>`. */
  readonly title: MappedText | null;
  /** False where more is shown, or told to machines, than was read. */
  readonly whole: boolean;
}

const breaking = new Set(
  'address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol option p pre section summary table tbody td tfoot th thead title tr ul'.split(
    ' ',
  ),
);
const unseen = new Set(
  'script style noscript template svg nav footer aside select button iframe math object canvas textarea audio video'.split(
    ' ',
  ),
);
const empty = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
/** Elements whose end tags may be left out, and the next ones that end them. */
const ending: ReadonlyMap<string, RegExp> = new Map([
  ['li', /^li$/],
  ['p', /^p$/],
  ['td', /^t[dh]$/],
  ['th', /^t[dh]$/],
  ['tr', /^tr$/],
  ['dt', /^d[td]$/],
  ['dd', /^d[td]$/],
  ['option', /^option$/],
]);
/** What may stand in the head of a page; anything else begins its body. */
const ofHead = new Set(['title', 'meta', 'link', 'script', 'style', 'base', 'noscript', 'template']);
const unseenRoles = /^(?:navigation|contentinfo|dialog|alertdialog|alert|search|menu|menubar|tablist|toolbar)$/i;
/** Deeper elements are read as if they were not there: nobody nests so deep, and looking through them takes time. */
const deepest = 100;
/** Characters of what is shown that are read, each block counting for some of its own; so many scripts of data are kept. */
const mostShown = 250_000;
const blockCost = 20;
const mostScripts = 50;

interface Open extends OpenElement {
  /** Itself or by an element around it. */
  readonly unseen: boolean;
  readonly bold: boolean;
}

/** The blocks of HTML: what a reader sees, without navigation, footers and forms; and data for machines. */
export function readPage(html: MappedText): Page {
  const reader = new PageReader(html);
  walkHtml(html.text, reader);
  reader.end();
  return reader;
}

/** Keeps what is open, and cuts the text into blocks. */
class PageReader implements Page {
  readonly blocks: PageBlock[] = [];
  readonly data: MappedText[] = [];
  title: MappedText | null = null;
  readonly #html: MappedText;
  readonly #stack: Open[] = [];
  #built = new MappedTextBuilder();
  #plainLetters = 0;
  #postings = 0;
  #table = 0;
  #row = 0;
  #column = 0;
  #room = mostShown;
  #leftData = false;

  constructor(html: MappedText) {
    this.#html = html;
  }

  open(element: OpenElement): void {
    const { name } = element;
    if (this.#room <= 0 && name !== 'script') return; // only data for machines may still come
    if (breaking.has(name)) this.#cut();
    if (empty.has(name)) return;
    if (this.#stack.at(-1)?.name === 'head' && !ofHead.has(name)) this.#stack.pop();
    const ended = ending.get(name);
    if (ended !== undefined) this.#endOpen(ended);
    if (name === 'table') this.#table += 1;
    if (name === 'tr') {
      this.#row += 1;
      this.#column = 0;
    }
    if (name === 'td' || name === 'th') this.#column += 1;
    if (isPosting(element)) this.#postings += 1;
    if (this.#stack.length >= deepest) return;
    const around = this.#stack.at(-1);
    this.#stack.push({
      ...element,
      unseen: around?.unseen === true || unseen.has(name) || isHidden(element),
      bold: around?.bold === true || name === 'b' || name === 'strong',
    });
  }

  close(name: string): void {
    if (this.#room <= 0 && name !== 'script') return;
    if (breaking.has(name)) this.#cut();
    const index = this.#stack.findLastIndex((open) => open.name === name);
    if (index >= 0) this.#stack.length = index;
  }

  text(shown: string, start: number, width: number): void {
    const top = this.#stack.at(-1);
    if (top !== undefined && isData(top)) {
      if (this.data.length < mostScripts) this.data.push(slice(this.#html, start, start + width));
      else this.#leftData = true;
    }
    if (top?.unseen === true || this.#room <= 0) return;
    const letters = shown.trim().length;
    if (top?.bold !== true) this.#plainLetters += letters;
    if (letters === 0) this.#built.add(' ', start, width);
    else this.#built.add(shown.length > this.#room ? shown.slice(0, this.#room) : shown, start, width);
    this.#room -= letters;
  }

  get whole(): boolean {
    return this.#room > 0 && !this.#leftData;
  }

  /** Ends the last block. */
  end(): void {
    this.#cut();
  }

  /** What the next element of its kind ends, unless a list or table within began in between. */
  #endOpen(ended: RegExp): void {
    const index = this.#stack.findLastIndex(({ name }) => ended.test(name) || /^(ul|ol|table|dl|select)$/.test(name));
    if (ended.test(this.#stack[index]?.name ?? '')) this.#stack.length = index;
  }

  #cut(): void {
    if (this.#built.length === 0) return;
    const text = plain(through(this.#built.build(), this.#html));
    const bold = this.#plainLetters === 0;
    this.#built = new MappedTextBuilder();
    this.#plainLetters = 0;
    this.#room -= blockCost;
    if (text.text === '' || isRule(text.text)) return;
    if (this.#within('title')) this.title ??= text;
    else if (!this.#within('head') && !(this.#within('header') && this.#within('li'))) {
      const main = this.#stack.some(({ name, attributes }) => name === 'main' || attributes['role'] === 'main');
      this.blocks.push({ ...this.#block(text, bold), ...this.#place(), main });
    }
  }

  #block(text: MappedText, bold: boolean): Block {
    const cell = this.#cell();
    if (cell !== undefined) return { ...markedBlock(text), cell };
    if (this.#stack.some(({ name }) => /^(h[1-6]|dt|legend|caption|summary)$/.test(name))) {
      return { kind: 'heading', text: undecorated(text) };
    }
    const marked = markedBlock(text);
    if (this.#within('li')) return { kind: 'item', text: marked.text };
    const heads = (bold && text.text.length < 80) || readsAsHeading(text.text);
    return marked.kind === 'text' && heads ? { kind: 'heading', text: undecorated(text) } : marked;
  }

  #cell(): Cell | undefined {
    if (!this.#within('table') || !(this.#within('td') || this.#within('th'))) return undefined;
    return { table: this.#table, row: this.#row, column: this.#column };
  }

  /** The innermost property of the posting; what stands within another thing belongs to the property that this is. */
  #place(): { property: string | null; posting: number } {
    const posting = this.#stack.findIndex(isPosting);
    if (posting < 0) return { property: null, posting: 0 };
    let property: string | null = null;
    for (const { attributes } of this.#stack.slice(posting + 1)) {
      property = attributes['itemprop'] ?? property;
      if ('itemscope' in attributes) break;
    }
    return { property, posting: this.#postings };
  }

  #within(name: string): boolean {
    return this.#stack.some((open) => open.name === name);
  }
}

function isData({ name, attributes }: OpenElement): boolean {
  return name === 'script' && attributes['type']?.trim().toLowerCase() === 'application/ld+json';
}

function isPosting({ attributes }: OpenElement): boolean {
  return /JobPosting/.test(attributes['itemtype'] ?? '');
}

function isHidden({ attributes }: OpenElement): boolean {
  return (
    'hidden' in attributes ||
    attributes['aria-hidden'] === 'true' ||
    unseenRoles.test(attributes['role'] ?? '') ||
    /display\s*:\s*none/i.test(attributes['style'] ?? '')
  );
}
