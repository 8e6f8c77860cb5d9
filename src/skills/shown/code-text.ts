import { lineEvidence } from './place-in-text.ts';
import type { Sighting } from './sighting.ts';
import type { CodeRule } from './signs.ts';

/** How often a needle is tried in one file, and how far a pattern sees from its line on, in bytes. */
const mostTries = 20;
const sight = 400;

/** The first place of a file of Python whose text shows a skill, remarks and documentation apart. */
export function codeSighting(
  { skill, needle, pattern, rank }: CodeRule,
  file: string,
  buffer: Buffer,
): Sighting | undefined {
  let at = buffer.indexOf(needle);
  for (let tries = 0; at >= 0 && tries < mostTries; tries++) {
    const start = buffer.lastIndexOf(0x0a, at) + 1;
    const match = pattern.exec(buffer.toString('utf8', start, at + sight));
    if (match !== null && !isRemark(buffer, start, at)) {
      const [found] = match;
      const blank = found.length - found.trimStart().length;
      const offset = buffer.toString('utf8', 0, start).length + match.index + blank;
      const evidence = lineEvidence(file, buffer.toString('utf8'), offset);
      return { skill, strength: 'exercised', by: 'text', rank, evidence };
    }
    at = buffer.indexOf(needle, at + needle.length);
  }
  return undefined;
}

/**
 * Finds which texts of some rules stand in a file, in one look for all of them: a superset, where one text is a part of
 * another.
 */
export function needlesOf(rules: Iterable<CodeRule>): (buffer: Buffer) => ReadonlySet<string> {
  const needles = [...new Set([...rules].map(({ needle }) => needle))].sort((a, b) => b.length - a.length);
  if (needles.length === 0) return () => new Set();
  const parts = new Map(needles.map((one) => [one, needles.filter((other) => one.includes(other))]));
  const any = new RegExp(needles.map((one) => one.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g');
  return (buffer) => {
    const found = new Set<string>();
    for (const [text] of buffer.toString('latin1').matchAll(any)) {
      if (!found.has(text)) for (const part of parts.get(text) ?? []) found.add(part);
    }
    return found;
  };
}

/** True behind the mark of a remark, or in a text of several lines that begins a line, as documentation does. */
function isRemark(buffer: Buffer, start: number, at: number): boolean {
  if (/^\s*#/.test(buffer.toString('latin1', start, at + 1))) return true;
  return quotes.some((quote) => isDocumented(buffer, at, quote));
}

const quotes = ['"""', "'''"];

function isDocumented(buffer: Buffer, at: number, quote: string): boolean {
  let opened = -1;
  for (let next = buffer.indexOf(quote); next >= 0 && next < at; next = buffer.indexOf(quote, next + quote.length)) {
    opened = opened < 0 ? next : -1;
  }
  if (opened < 0) return false;
  const before = buffer.toString('latin1', buffer.lastIndexOf(0x0a, opened) + 1, opened);
  return /^\s*[rRuU]?$/.test(before);
}
