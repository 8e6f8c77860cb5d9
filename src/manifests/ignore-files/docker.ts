// https://docs.docker.com/build/concepts/context/#dockerignore-files and https://github.com/moby/patternmatcher
import { posix } from 'node:path';
import { type Glob, matchesGlob, parseGlob } from './glob.ts';
import type { IgnoreFile } from './ignore-file.ts';

const mostRules = 2000;

interface Rule {
  readonly glob: Glob;
  readonly exception: boolean;
}

/**
 * Docker's rules: every pattern is anchored at the context's root, one that matches a folder matches what is in it, and
 * the last pattern that matches decides.
 */
export function dockerRules(text: string): IgnoreFile {
  const rules: Rule[] = [];
  const faults: { line: number; message: string }[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.startsWith('#') || line.trim() === '') continue;
    const exception = line.trim().startsWith('!');
    const pattern = cleaned(
      line
        .trim()
        .slice(exception ? 1 : 0)
        .trim(),
    );
    const glob = pattern === '' ? undefined : parseGlob(pattern);
    if (glob === undefined) faults.push({ line: index + 1, message: `${line.trim().slice(0, 80)} is no pattern` });
    else if (rules.length >= mostRules) faults.push({ line: index + 1, message: `more than ${mostRules} patterns` });
    else rules.push({ glob, exception });
  }
  return { faults, ignores: (path) => decide(rules, path) };
}

function decide(rules: readonly Rule[], path: string): boolean {
  const parts = path.split('/');
  const prefixes = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  let ignored = false;
  for (const { glob, exception } of rules) {
    if (exception === ignored && prefixes.some((prefix) => matchesGlob(glob, prefix))) ignored = !exception;
  }
  return ignored;
}

/** As Go's `filepath.Clean` leaves it, without a `/` at the start; `.` is no file. */
function cleaned(pattern: string): string {
  if (pattern === '') return '';
  const path = posix.normalize(pattern.replaceAll('\\/', '/')).replace(/\/$/, '');
  const rooted = path.startsWith('/') ? path.slice(1) : path;
  return rooted === '' ? '.' : rooted;
}
