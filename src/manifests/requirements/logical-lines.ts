// https://pip.pypa.io/en/stable/reference/requirements-file-format/#line-continuations

/** A line as pip reads it: continuations joined, comment and outer space gone. */
export interface LogicalLine {
  readonly text: string;
  /** The offset in the file of an offset in `text`. */
  at(offset: number): number;
}

/** What Python's `str.splitlines` takes for the end of a line, besides line feed and carriage return. */
const otherEnds = '\\v\\f\\u001c-\\u001e\\u0085\\u2028\\u2029';
const lineEnd = new RegExp(`\\r\\n|[\\n\\r${otherEnds}]`, 'g');

interface Segment {
  readonly text: string;
  readonly offset: number;
}

/**
 * The lines of a requirements file that say something. A line that ends in a backslash goes on in the next one, unless
 * it is a comment; a comment begins with `#` after white space or at the line's start.
 */
export function* logicalLines(text: string): Generator<LogicalLine> {
  let joined: Segment[] = [];
  for (const segment of physicalLines(text)) {
    const comment = /^\s*#/.test(segment.text);
    if (segment.text.endsWith('\\') && !comment) {
      joined.push(withoutBackslashes(segment));
      continue;
    }
    if (comment) joined.push({ text: ' ', offset: segment.offset });
    joined.push(segment);
    const line = cleaned(joined);
    if (line !== undefined) yield line;
    joined = [];
  }
  const last = cleaned(joined);
  if (last !== undefined) yield last;
}

function* physicalLines(text: string): Generator<Segment> {
  let start = 0;
  for (const match of text.matchAll(lineEnd)) {
    yield { text: text.slice(start, match.index), offset: start };
    start = match.index + match[0].length;
  }
  yield { text: text.slice(start), offset: start };
}

function withoutBackslashes({ text, offset }: Segment): Segment {
  let start = 0;
  let end = text.length;
  while (end > start && text[end - 1] === '\\') end--;
  while (start < end && text[start] === '\\') start++;
  return { text: text.slice(start, end), offset: offset + start };
}

function cleaned(segments: readonly Segment[]): LogicalLine | undefined {
  const whole = segments.length === 1 ? (segments[0]?.text ?? '') : segments.map((segment) => segment.text).join('');
  const code = whole.slice(0, commentStart(whole)).trimEnd();
  const text = code.trimStart();
  if (text === '') return undefined;
  const indent = code.length - text.length;
  return { text, at: (offset) => fileOffset(segments, offset + indent) };
}

/** Where the comment begins, or the text's length. */
function commentStart(text: string): number {
  for (let at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1)) {
    if (at === 0 || /\s/.test(text[at - 1] ?? '')) return at;
  }
  return text.length;
}

function fileOffset(segments: readonly Segment[], offset: number): number {
  let rest = offset;
  for (const segment of segments) {
    if (rest <= segment.text.length) return segment.offset + rest;
    rest -= segment.text.length;
  }
  const last = segments.at(-1);
  return last === undefined ? 0 : last.offset + last.text.length;
}
