// https://docs.docker.com/reference/dockerfile/#parser-directives
import type { Directive } from './model.ts';

// BuildKit passes over blanks before the mark, though the reference has none there.
const pattern = /^[ \t]*#[ \t]*([A-Za-z][A-Za-z0-9]*)[ \t]*=[ \t]*(\S(?:[^\r\n]*\S)?)[ \t]*$/;
const known = new Set(['syntax', 'escape', 'check']);

/** The directives at the head of a Dockerfile; the first line that is none ends them. */
export function readDirectives(text: string): Directive[] {
  const found: Directive[] = [];
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  while (start < text.length) {
    const lineEnd = text.indexOf('\n', start);
    const next = lineEnd < 0 ? text.length : lineEnd + 1;
    const line = text.slice(start, next).trimEnd();
    const [, name = '', value = ''] = pattern.exec(line) ?? [];
    if (!known.has(name.toLowerCase())) break;
    found.push({ name: name.toLowerCase(), value, start: start + line.indexOf('#'), end: start + line.length });
    start = next;
  }
  return found;
}
