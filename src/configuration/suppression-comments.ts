import { Lines } from '../syntax/lines.ts';

// `# skyworthy: ignore[check-id] reason`, in the signs of the file's format.

/** A comment that says that findings of some checks may stay. Offsets are UTF-16 units. */
export interface SuppressionComment {
  /** Empty where it names none. */
  readonly checks: readonly string[];
  /** Empty where it gives none. */
  readonly reason: string;
  /** From the sign to the line's end. */
  readonly start: number;
  readonly end: number;
  /** The line that it speaks of, from 1: its own, or where it stands alone, the next one that is no comment. */
  readonly line: number;
  /**
   * Why it suppresses nothing, whatever it names: its words are nearly those that are read, or it stands behind code where
   * the format has no comments. Null where nothing is wrong with it.
   */
  readonly fault: 'wording' | 'place' | null;
}

/** By which a file is known to hold such comments at all, in any case. */
export const suppressionNeedle = /skyworthy/i;

/** More of them in one file are not looked at. */
const mostComments = 1000;

/** Beyond so many characters behind the first mention of the name a line is not looked at. */
const longestLine = 2000;

/** So many mentions of the name are looked at in one line. */
const mostInLine = 4;

/** A comment that stands alone speaks of a line at most so far below. */
const mostLinesBelow = 50;

const slashes = ['//'];
const formats: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\.(?:tf|tfvars|hcl)$/i, ['#', '//']],
  [/\.(?:bicep|bicepparam|jsonc|groovy|[cm]?[jt]sx?)$/i, slashes],
  [/(?:^|\/)Jenkinsfile[^/]*$/, slashes],
  [/\.(?:ini|cfg|conf)$/i, ['#', ';']],
  [/\.(?:json|ipynb)$/i, []],
];

/** The signs that begin a comment in a file of that name; none in JSON, which has no comments. */
function signsOf(file: string): readonly string[] {
  return formats.find(([pattern]) => pattern.test(file))?.[1] ?? ['#'];
}

/** Files in which a sign behind a value or an instruction belongs to that: a comment has a line for itself. */
const aloneIn =
  /(?:^|\/)(?:(?:docker|container)file(?:[-_.][^/]*)?|[^/]*\.(?:dockerfile|containerfile)|[^/]*\.env|\.env\.[^/]*)$/i;

/** What is read: `skyworthy: ignore[check-id] reason`. */
const exact = /^skyworthy:\s*ignore(?:\s*\[([^\]]*)\]|(?![\w-]))(.*)$/;

/** What was meant for it: another case, verb or sign. In other words than these somebody only mentions the name. */
const near =
  /^skyworthy(?:[\s:=-]*(?:ignore|disable|skip|suppress|allow|noqa|nolint)[\w-]*\s*[[(]([^\])]*)[\])]?|\s*[:=-]\s*ignore(?![\w-]))(.*)$/i;

/**
 * The comments of a file that suppress findings, or are nearly such, in its order. Takes time linear in the text.
 */
export function suppressionComments(file: string, text: string): SuppressionComment[] {
  const signs = signsOf(file);
  const lines = new Lines(text);
  const found: SuppressionComment[] = [];
  if (signs.length === 0) return found;
  const mention = new RegExp(suppressionNeedle, 'gi');
  for (let next = mention.exec(text); next !== null && found.length < mostComments; next = mention.exec(text)) {
    const { line } = lines.position(next.index);
    const first = lines.starts[line - 1] ?? 0;
    const end = endOf(text, lines, line);
    const comment = commentIn(text.slice(first, end), next.index - first, signs);
    if (comment !== undefined) {
      const { column, alone, ...said } = comment;
      const fault = !alone && aloneIn.test(file) ? 'place' : said.fault;
      const target = alone ? nextLine(text, lines, line, signs) : line;
      found.push({ ...said, fault, start: first + column, end, line: target });
    }
    mention.lastIndex = end;
  }
  return found;
}

/** The first comment of a line that is one, from the first mention of the name on. */
function commentIn(line: string, first: number, signs: readonly string[]): Read | undefined {
  const mentions = [...line.slice(first, first + longestLine).matchAll(/skyworthy/gi)].slice(0, mostInLine);
  return mentions.map(({ index }) => commentAt(line, first + index, signs)).find((read) => read !== undefined);
}

interface Read extends Pick<SuppressionComment, 'checks' | 'reason' | 'fault'> {
  readonly column: number;
  readonly alone: boolean;
}

/** The comment of one line in which the name stands at an offset; undefined where it is none, or says something else. */
function commentAt(line: string, name: number, signs: readonly string[]): Read | undefined {
  const before = line.slice(0, name).trimEnd();
  const sign = signs.find((candidate) => before.endsWith(candidate));
  const rest = line.slice(name);
  const read = exact.exec(rest);
  const said = read ?? near.exec(rest);
  if (sign === undefined || said === null) return undefined;
  const column = before.length - sign.length;
  const code = before.slice(0, column);
  if (code !== '' && !/\s$/.test(code)) return undefined;
  if ((code.split('"').length - 1) % 2 === 1) return undefined; // within a text
  const [, ids = '', reason = ''] = said;
  return {
    checks: ids
      .split(',')
      .map((id) => id.trim())
      .filter(Boolean),
    reason: reasonOf(reason, sign),
    fault: read === null ? 'wording' : null,
    column,
    alone: code.trim() === '',
  };
}

/** What is said behind the brackets, up to another comment; a colon or dash before it goes. */
function reasonOf(rest: string, sign: string): string {
  const [own = ''] = rest.split(` ${sign}`);
  const reason = own.replace(/^[\s:–—-]+/, '').trim();
  return /[\p{L}\p{N}]/u.test(reason) ? reason.slice(0, 200) : '';
}

function endOf(text: string, lines: Lines, line: number): number {
  const next = lines.starts[line] ?? text.length;
  let end = next;
  while (end > 0 && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--;
  return Math.max(end, lines.starts[line - 1] ?? 0);
}

function nextLine(text: string, lines: Lines, line: number, signs: readonly string[]): number {
  let next = line + 1;
  for (; next < Math.min(lines.starts.length, line + mostLinesBelow); next++) {
    const content = text.slice(lines.starts[next - 1], endOf(text, lines, next)).trimStart();
    if (!signs.some((sign) => content.startsWith(sign))) break;
  }
  return next;
}
