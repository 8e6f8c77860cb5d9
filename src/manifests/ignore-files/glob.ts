// https://pkg.go.dev/path/filepath#Match, and `**` as https://github.com/moby/patternmatcher has it

/** One step of a pattern. */
type Step =
  | { readonly kind: 'char'; readonly char: string }
  | { readonly kind: 'class'; readonly negated: boolean; readonly ranges: readonly (readonly [string, string])[] }
  /** `?`: one character of a name. */
  | { readonly kind: 'one' }
  /** `*`: any characters of a name. */
  | { readonly kind: 'many' }
  /** `**` before more: any number of folders, none too. */
  | { readonly kind: 'folders' }
  /** `**` at the end, or before a plain name's end (`**.pyc`): anything. */
  | { readonly kind: 'rest' };

export type Glob = readonly Step[];

/** Reads a pattern; undefined where a `[` is not closed or a backslash stands last. */
export function parseGlob(pattern: string): Glob | undefined {
  const ending = /^\*\*([^*?[\]\\/][^*?[\]\\]*)$/.exec(pattern)?.[1];
  if (ending !== undefined) return [{ kind: 'rest' }, ...Array.from(ending, (char): Step => ({ kind: 'char', char }))];
  const steps: Step[] = [];
  let at = 0;
  while (at < pattern.length) {
    const char = pattern[at] ?? '';
    at++;
    if (char === '*' && pattern[at] === '*') {
      while (pattern[at] === '*') at++;
      if (pattern[at] === '/') at++;
      steps.push({ kind: at >= pattern.length ? 'rest' : 'folders' });
    } else if (char === '*') steps.push({ kind: 'many' });
    else if (char === '?') steps.push({ kind: 'one' });
    else if (char === '[') {
      const found = parseClass(pattern, at);
      if (found === undefined) return undefined;
      steps.push(found.step);
      at = found.end;
    } else if (char === '\\') {
      if (at >= pattern.length) return undefined;
      steps.push({ kind: 'char', char: pattern[at] ?? '' });
      at++;
    } else steps.push({ kind: 'char', char });
  }
  return steps;
}

function parseClass(pattern: string, start: number): { step: Step; end: number } | undefined {
  const negated = pattern[start] === '^';
  const ranges: (readonly [string, string])[] = [];
  let at = start + (negated ? 1 : 0);
  const read = (): string => {
    if (pattern[at] === '\\') at++;
    return pattern[at++] ?? '';
  };
  while (at < pattern.length) {
    if (pattern[at] === ']' && ranges.length > 0) return { step: { kind: 'class', negated, ranges }, end: at + 1 };
    const low = read();
    const isRange = pattern[at] === '-' && pattern[at + 1] !== ']';
    if (isRange) at++;
    const high = isRange ? read() : low;
    if (low === '' || high === '') return undefined;
    ranges.push([low, high]);
  }
  return undefined;
}

/** True if the pattern matches the whole path. Linear: all ways to match are followed side by side. */
export function matchesGlob(glob: Glob, path: string): boolean {
  let states = new Set<number>();
  enter(glob, 0, states);
  for (const char of path) {
    const next = new Set<number>();
    for (const state of states) advance(glob, state, char, next);
    if (next.size === 0) return false;
    states = next;
  }
  return states.has(glob.length);
}

/** Adds a state, and those behind it that are reached without a character: `*` and `**` may stand for nothing. */
function enter(glob: Glob, state: number, states: Set<number>): void {
  for (let at = state; ; at++) {
    states.add(at);
    const kind = glob[at]?.kind;
    if (kind !== 'many' && kind !== 'rest' && kind !== 'folders') return;
  }
}

function advance(glob: Glob, state: number, char: string, next: Set<number>): void {
  const step = glob[state];
  switch (step?.kind) {
    case undefined:
      return;
    case 'rest':
      return enter(glob, state, next);
    case 'folders':
      next.add(state);
      if (char === '/') enter(glob, state + 1, next);
      return;
    case 'many':
      if (char !== '/') enter(glob, state, next);
      return;
    case 'one':
      if (char !== '/') enter(glob, state + 1, next);
      return;
    case 'char':
      if (step.char === char) enter(glob, state + 1, next);
      return;
    case 'class':
      if (char !== '/' && step.ranges.some(([low, high]) => low <= char && char <= high) !== step.negated)
        enter(glob, state + 1, next);
  }
}
