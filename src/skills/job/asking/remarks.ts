import type { SectionKind } from '../reading/block.ts';
import type { Mention } from '../wording/find-mentions.ts';
import {
  benefit,
  buildsWith,
  business,
  describes,
  givenUp,
  idleNegations,
  inItsPlace,
  learnAhead,
  learnBehind,
  niceAhead,
  niceBehind,
  otherMatters,
  othersAct,
  othersDo,
  refusedAhead,
  refusedBehind,
  required,
} from './cues.ts';
import { fits } from './phrases.ts';
import { beforeBrackets, bracketsAt, reachAhead, reachBack } from './reach.ts';
import { clausesOf, type Stretch } from './sentences.ts';

/** Why something that is named is not asked of the applicant. */
export const refusals = ['negation', 'company', 'learn', 'benefit', 'elsewhere'] as const;
export type Refusal = (typeof refusals)[number];

/** What a sentence says of a thing that it names; nothing at all, if it only names it. */
export interface Remark {
  readonly level?: 'required' | 'nice';
  readonly refusal?: Refusal;
}

/** What a sentence says of each of its mentions. `about` is what its section is about. */
export function remarksOn(text: string, mentions: readonly Mention[], about: SectionKind): Remark[] {
  const whole = { start: 0, end: text.length };
  const clauses = clausesOf(text, whole);
  const marks = new Marks(text, mentions);
  if (about !== 'required' && about !== 'nice' && fits(benefit, marks.text)) marks.refuse(whole, 'benefit');
  if (about !== 'title' && fits(otherMatters, marks.firm)) marks.refuse(whole, 'elsewhere');
  marks.refuseDescriptions();
  let before: Stretch | undefined;
  let label: Remark | undefined;
  for (const clause of clauses) {
    if (label !== undefined) marks.mark(clause, label);
    if (marks.has(clause)) {
      readClause(marks, clause, about);
      before = clause;
    } else {
      const said = marks.firm.slice(clause.start, clause.end);
      if (/:\s*$/.test(said)) label = labelOf(said) ?? label;
      // `AWS is not required, but it is a plus`
      else if (before !== undefined && praises(said)) marks.praise(before);
      else if (before !== undefined && fitsAt(learnBehind, said.trimStart(), 0)) marks.refuse(before, 'learn');
      else if (before !== undefined && fitsAt(refusedBehind, said.trimStart(), 0)) marks.refuseUnlessNice(before);
    }
  }
  if (fits(othersDo, marks.firm)) marks.refuseUnlessNice(whole);
  return marks.remarks;
}

/** True for a clause that speaks well of what was named before it. */
function praises(said: string): boolean {
  const rest = said.replace(
    /^\s*(?:(?:it|that|this|they|those|these|just|only|still|certainly|definitely)\b['’\s]*)*/i,
    '',
  );
  return fitsAt(niceBehind, rest, 0) && rest.match(niceBehind)?.[0]?.trim() !== '';
}

/** What a lead-in such as `You will not need:` says of what comes behind it; undefined if nothing. */
export function labelOf(said: string): Remark | undefined {
  if (/\bnot\b|n't\b|^\s*no\b/i.test(said) && fits(refusedBehind, said)) return { refusal: 'negation' };
  if (fits(niceAhead, said) || fits(niceBehind, said)) return { level: 'nice' };
  if (fits(refusedAhead, said) || fits(givenUp, said) || fits(refusedBehind, said)) return { refusal: 'negation' };
  if (fits(learnAhead, said)) return { refusal: 'learn' };
  return fits(required, said) ? { level: 'required' } : undefined;
}

function readClause(marks: Marks, clause: Stretch, about: SectionKind): void {
  const { text, firm } = marks;
  each(required, text, clause, ({ start, end }) => {
    if (/^(?:you|we|at least)/i.test(text.slice(start, end)))
      marks.mark({ start: end, end: clause.end }, { level: 'required' });
    else marks.mark({ start: reachBack(text, clause, start), end: clause.end }, { level: 'required' });
  });
  const said: Stretch[] = [];
  each(niceBehind, text, clause, ({ start, end }) => {
    said.push({ start, end });
    const behind = beforeBrackets(text, clause, start) ?? { start: reachBack(text, clause, start), end: start };
    const ahead = { start: end, end: clause.end };
    if (hasSubject(text, behind)) marks.mark(bracketsAt(text, end), { level: 'nice' });
    const forward = /^(?:ideally|preferably|nice|good)/i.test(text.slice(start, end)) && marks.has(ahead);
    if (forward || !hasSubject(text, behind)) marks.mark(ahead, { level: 'nice' });
    else marks.mark(behind, { level: 'nice' });
  });
  each(niceAhead, text, clause, ({ start, end }) => {
    const behind = beforeBrackets(text, clause, start) ?? { start: reachBack(text, clause, start), end: start };
    const ahead = { start: end, end: Math.max(reachAhead(text, clause, end), inBrackets(text, start, clause)) };
    if (marks.has(ahead)) {
      if (!fitsAt(niceBehind, text, start) || !hasSubject(text, behind)) marks.mark(ahead, { level: 'nice' });
    } else if (!said.some((one) => one.start < start && one.end >= end)) marks.mark(behind, { level: 'nice' });
  });
  each(refusedAhead, firm, clause, ({ end }) =>
    marks.refuse({ start: end, end: reachAhead(text, clause, end) }, 'negation'),
  );
  each(givenUp, firm, clause, ({ end }) =>
    marks.refuse({ start: end, end: reachAhead(text, clause, end, inItsPlace) }, 'negation'),
  );
  each(refusedBehind, firm, clause, ({ start }) =>
    marks.refuse({ start: reachBack(text, clause, start), end: start }, 'negation'),
  );
  each(learnAhead, firm, clause, ({ end }) => marks.refuse({ start: end, end: clause.end }, 'learn'));
  each(learnBehind, firm, clause, ({ start }) => marks.refuse({ start: clause.start, end: start }, 'learn'));
  marks.refuseNots();
  if (othersAct.test(text.slice(clause.start, clause.end))) marks.refuse(clause, 'company');
  if (about === 'open' || about === 'company') readBusiness(marks, clause);
}

/** True where something is named that the remark behind it may be made on, be it a skill or not: `German is a plus`. */
function hasSubject(text: string, { start, end }: Stretch): boolean {
  return /\p{L}{2,}/u.test(text.slice(start, end));
}

/** Where a cue stands in brackets, it reaches no further than these; else to the end of its clause. */
function inBrackets(text: string, start: number, clause: Stretch): number {
  const open = text.lastIndexOf('(', start);
  const closed = text.lastIndexOf(')', start);
  if (open <= closed || open < clause.start) return clause.end;
  const end = text.indexOf(')', start);
  return end < 0 ? clause.end : Math.min(end, clause.end);
}

/** What is said of customers, products and the like is not said of applicants, unless they build with it. */
function readBusiness(marks: Marks, clause: Stretch): void {
  const { text } = marks;
  each(business, text, clause, ({ start, end }) => {
    const rest = text.slice(clause.start, clause.end);
    if (/\byou(?:r|'ll|'d)?\b/i.test(text.slice(clause.start, start))) return;
    if (
      !/customers|clients|site|blog|shop|partner|sell|page|called|named|report|talk|news|next|along|beside|mascot/i.test(
        text.slice(start, end),
      ) &&
      fits(buildsWith, rest)
    )
      return;
    marks.refuse({ start: end, end: clause.end }, 'company');
  });
}

function each(pattern: RegExp, text: string, { start, end }: Stretch, use: (found: Stretch) => void): void {
  for (const found of text.slice(start, end).matchAll(pattern)) {
    if (found[0].trim() !== '') use({ start: start + found.index, end: start + found.index + found[0].length });
  }
}

function fitsAt(pattern: RegExp, text: string, index: number): boolean {
  return text.slice(index).search(pattern) === 0;
}

/** What has been said of each mention; what is said later counts, but nothing unsays a refusal except praise. */
class Marks {
  readonly text: string;
  /** The text without negations that refuse nothing. */
  readonly firm: string;
  readonly remarks: Remark[];
  readonly #mentions: readonly Mention[];

  constructor(text: string, mentions: readonly Mention[]) {
    this.text = text;
    this.firm = text.replaceAll(idleNegations, (found) => '_'.repeat(found.length));
    this.#mentions = mentions;
    this.remarks = mentions.map(() => ({}));
  }

  has(stretch: Stretch): boolean {
    return this.#mentions.some((mention) => within(mention, stretch));
  }

  mark(stretch: Stretch, remark: Remark): void {
    this.#mentions.forEach((mention, index) => {
      if (within(mention, stretch)) this.remarks[index] = { ...this.remarks[index], ...remark };
    });
  }

  /** The first reason counts. */
  refuse(stretch: Stretch, refusal: Refusal): void {
    this.#mentions.forEach((mention, index) => {
      const remark = this.remarks[index];
      if (within(mention, stretch) && remark?.refusal === undefined) this.remarks[index] = { ...remark, refusal };
    });
  }

  /** `welcome but not essential` is still welcome. */
  refuseUnlessNice(stretch: Stretch): void {
    for (const [index, mention] of this.#mentions.entries()) {
      if (within(mention, stretch) && this.remarks[index]?.level !== 'nice') this.refuse(mention, 'negation');
    }
  }

  /** What was refused is welcome after all. */
  praise(stretch: Stretch): void {
    this.#mentions.forEach((mention, index) => {
      if (within(mention, stretch)) this.remarks[index] = { level: 'nice' };
    });
  }

  /** `AWS partner` */
  refuseDescriptions(): void {
    for (const { start, end } of this.#mentions) {
      if (describes.test(this.text.slice(end, end + 60))) this.refuse({ start, end }, 'company');
    }
  }

  /** `not AWS`, `non-AWS`, `AWS-free` */
  refuseNots(): void {
    for (const { start, end } of this.#mentions) {
      const before = this.text.slice(Math.max(0, start - 12), start);
      if (
        /\b(?:not (?:a |an |the |in |on |with )?|non-)$/i.test(before) ||
        /^-(?:free|only (?:candidates?|applicants?|people|profiles?))\b/i.test(this.text.slice(end))
      ) {
        this.refuse({ start, end }, 'negation');
      }
    }
  }
}

function within({ start, end }: Stretch, stretch: Stretch): boolean {
  return start >= stretch.start && end <= stretch.end;
}
