import type { Node } from '../node-kinds.ts';
import { StringFlag, Token } from '../tokens/token-kinds.ts';
import { StatementParser } from './statements.ts';

/** A place where a triple-quoted string is made to end: the byte of its first quote, and its end. */
type ForcedEnd = readonly [quote: number, end: number];

const MAX_ROUNDS = 3;
/** A module of more bytes gets one round. */
const LARGE = 1 << 21;
/** How much text behind a string's quotes is searched for code. */
const SEARCHED = 1 << 14;

/** A line that is hardly prose: it shows that a string goes on too long. */
const CODE_LINE =
  /^[ \t]*(?:@\w|(?:async )?def \w+|class \w+.*:|import \w|from [\w.]+ import|(?:if|elif|while|for|with|except)\b.*:|(?:try|else|finally):|(?:return|raise|pass|break|continue)$|return [\w.]+[([]|[\w.]+(?:\[.*\])? *[-+*/|&%@]?= ?[^= ]|[\w.]+\(.*[,()\]]$)/;

/**
 * One quote too many or too few turns all code behind it into strings and all strings into code, up to the end of the
 * module. When a triple-quoted string runs to that end, this looks for the string where it began, ends that one early,
 * and keeps what has fewest errors. Each round parses the module again, so the rounds are few.
 */
export abstract class QuoteRepairParser extends StatementParser {
  /** Tokenizes and parses from the start; returns the first statement. */
  protected abstract parseOnce(): Node;

  protected parseRepaired(): Node {
    this.forcedEnds.clear();
    let first = this.parseOnce();
    if (!this.isQuoteMissing()) return first;
    const rounds = this.length > LARGE ? 1 : MAX_ROUNDS;
    for (let round = 0; round < rounds && this.isQuoteMissing(); round++) {
      const before = this.weight();
      const best = this.bestEnd(before);
      if (best !== undefined) this.forcedEnds.set(best[0], best[1]);
      first = this.parseOnce();
      if (best === undefined) return first;
    }
    return first;
  }

  /** The number of errors, and of the lines in triple-quoted strings that look like code. */
  private weight(): number {
    let weight = this.errors.length + (this.openTriple >= 0 ? 1 : 0);
    for (let index = 0; index < this.count; index++) {
      if (!this.isTriple(index, Token.FormattedMiddle)) continue;
      const lines = this.lines(this.starts[index]!, this.ends[index]!);
      for (let line = 1; line < lines.length; line++) if (CODE_LINE.test(lines[line]!)) weight++;
    }
    return weight;
  }

  /** Whether the token is a triple-quoted string, or of the kind given and of a triple-quoted f-string. */
  private isTriple(token: number, formatted: number): boolean {
    const kind = this.kinds[token];
    return (kind === Token.String || kind === formatted) && (this.data[token]! & StringFlag.Triple) !== 0;
  }

  /** The lines between two bytes, as Latin-1: one character is one byte. */
  private lines(start: number, end: number): string[] {
    const text = decoder.decode(this.bytes.subarray(start, Math.min(start + SEARCHED, end)));
    return text.split(/\r\n?|\n/);
  }

  private isQuoteMissing(): boolean {
    return this.openTriple >= 0 || (this.hasSuspectTriple && this.errors.length > 0);
  }

  /** The candidate with the smallest weight, if one is below `limit`. */
  private bestEnd(limit: number): ForcedEnd | undefined {
    let best: ForcedEnd | undefined;
    let least = limit;
    for (const candidate of this.candidates()) {
      this.forcedEnds.set(candidate[0], candidate[1]);
      this.parseOnce();
      this.forcedEnds.delete(candidate[0]);
      if (this.weight() < least) {
        least = this.weight();
        best = candidate;
      }
    }
    return best;
  }

  private candidates(): ForcedEnd[] {
    const fault = this.firstFault();
    const before = this.tripleQuote(fault, true);
    const behind = this.tripleQuote(fault, false);
    const ends: ForcedEnd[] = [];
    if (before >= 0) ends.push(...this.earlyEnds(before));
    if (behind >= 0) ends.push([behind, behind + 3], ...this.earlyEnds(behind));
    const open = this.openTriple;
    if (open >= 0 && open !== before && open !== behind) ends.push(...this.earlyEnds(open));
    return ends;
  }

  /** The byte of the first error that is not the string without an end; its start if there is no other. */
  private firstFault(): number {
    let first = this.openTriple < 0 ? this.length : this.openTriple + 1;
    for (const error of this.errors) if (error.start < first && error.start !== this.openTriple) first = error.start;
    return first;
  }

  /** The quote of the last triple-quoted string that starts before a byte, or of the first behind it; -1 if there is none. */
  private tripleQuote(byte: number, isBefore: boolean): number {
    let last = -1;
    for (let index = 0; index < this.count; index++) {
      if (!this.isTriple(index, Token.FormattedStart)) continue;
      const quote = this.quoteOf(this.starts[index]!);
      const isBehind = this.starts[index]! >= byte;
      if (isBehind) return isBefore ? last : quote;
      last = quote;
    }
    return isBefore ? last : -1;
  }

  private quoteOf(start: number): number {
    let quote = start;
    while (this.bytes[quote] !== 34 && this.bytes[quote] !== 39) quote++;
    return quote;
  }

  /** The string may have ended on its first line, or before the first line that looks like code. */
  private earlyEnds(quote: number): ForcedEnd[] {
    const lines = this.lines(quote, this.length);
    const code = lines.findIndex((line, index) => index > 0 && CODE_LINE.test(line));
    const first = quote + lines[0]!.length;
    if (code <= 1) return [[quote, first]];
    let end = quote;
    for (let line = 0; line < code; line++) end = this.nextLine(end);
    return [
      [quote, first],
      [quote, this.lineBreakBefore(end)],
    ];
  }

  private nextLine(from: number): number {
    let position = from;
    while (position < this.length && this.lineEndLength(position) === 0) position++;
    return position + this.lineEndLength(position);
  }

  private lineBreakBefore(lineStart: number): number {
    const isPair = this.bytes[lineStart - 1] === 10 && this.bytes[lineStart - 2] === 13;
    return lineStart - (isPair ? 2 : 1);
  }
}

const decoder = new TextDecoder('latin1');
