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
}

/** By which a file is known to hold such comments at all. */
export const suppressionNeedle = 'skyworthy:';

/** More of them in one file are not looked at. */
const mostComments = 1000;

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

/** The comments of a file that suppress findings, in its order. Takes time linear in the text. */
export function suppressionComments(file: string, text: string): SuppressionComment[] {
  const signs = signsOf(file);
  const lines = new Lines(text);
  const found: SuppressionComment[] = [];
  if (signs.length === 0) return found;
  let at = text.indexOf(suppressionNeedle);
  while (at >= 0 && found.length < mostComments) {
    const { line } = lines.position(at);
    const first = lines.starts[line - 1] ?? 0;
    const end = endOf(text, lines, line);
    const comment = commentAt(text.slice(first, end), at - first, signs);
    if (comment !== undefined) {
      const { checks, reason, column, alone } = comment;
      const target = alone ? nextLine(text, lines, line, signs) : line;
      found.push({ checks, reason, start: first + column, end, line: target });
    }
    at = text.indexOf(suppressionNeedle, end);
  }
  return found;
}

interface Read {
  readonly checks: readonly string[];
  readonly reason: string;
  readonly column: number;
  readonly alone: boolean;
}

/** The comment of one line whose needle stands at an offset; undefined where it is none, or says something else. */
function commentAt(line: string, needle: number, signs: readonly string[]): Read | undefined {
  const before = line.slice(0, needle).trimEnd();
  const sign = signs.find((candidate) => before.endsWith(candidate));
  const said = /^\s*ignore(?:\s*\[([^\]]*)\]|(?![\w-]))(.*)$/.exec(line.slice(needle + suppressionNeedle.length));
  if (sign === undefined || said === null) return undefined;
  const column = before.length - sign.length;
  const code = before.slice(0, column);
  if (code !== '' && !/\s$/.test(code)) return undefined;
  if ((code.split('"').length - 1) % 2 === 1) return undefined; // within a text
  const [, ids = '', rest = ''] = said;
  return {
    checks: ids
      .split(',')
      .map((id) => id.trim())
      .filter(Boolean),
    reason: reasonOf(rest, sign),
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
