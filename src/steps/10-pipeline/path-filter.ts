// https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet

/** True where a pattern of a workflow's path filter fits one of the paths; true as well for one that is not understood. */
export function fitsAny(pattern: string, paths: readonly string[]): boolean {
  const bare = pattern.replace(/^\.?\//, '');
  const expression = expressionOf(bare);
  const [begin = ''] = /^[\w./-]*(?=[*[])|^[\w./-]*$/.exec(bare) ?? [];
  return expression === undefined || paths.some((path) => path.startsWith(begin) && expression.test(path));
}

/** A bound for what is turned into an expression. */
const longest = 300;

/** `*` is anything but a slash, `**` anything, `?` and `+` repeat what is before them, `[]` is one of some. */
function expressionOf(pattern: string): RegExp | undefined {
  if (pattern.length > longest || pattern.includes('${{') || (pattern.match(/\*+/g)?.length ?? 0) > 6) return undefined;
  const source = pattern
    .replaceAll(/[\\^$.()|{}]/g, '\\$&')
    .replaceAll(/\*\*\/|\*\*|\*/g, (star) => (star === '**/' ? '(?:.*/)?' : star === '**' ? '.*' : '[^/]*'));
  try {
    return new RegExp(`^${source}$`);
  } catch {
    return undefined;
  }
}
