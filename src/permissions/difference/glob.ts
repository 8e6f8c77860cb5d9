// Patterns of IAM: `*` is any text, `?` one character. Names of the deployment stand between two letters of no script.

/** A character, `*`, `?`, or a whole name of the deployment. */
type Symbols = readonly string[];

const mostCells = 400_000;

/** True if everything that `needed` matches is matched by `granted` too. */
export function covers(granted: string, needed: string): boolean {
  const [pattern, text] = [symbolsOf(granted), symbolsOf(needed)];
  if (pattern.length * text.length > mostCells) return granted === needed;
  let row: boolean[] = [true, ...text.map(() => false)];
  for (const symbol of pattern) {
    const next: boolean[] = [symbol === '*' && row[0] === true];
    for (const [index, other] of text.entries()) {
      next.push(
        symbol === '*'
          ? next[index] === true || row[index + 1] === true
          : row[index] === true && (symbol === other || (symbol === '?' && other.length === 1 && other !== '*')),
      );
    }
    row = next;
  }
  return row.at(-1) === true;
}

/** True if there may be a text that both match, where a name of the deployment may be any text. */
export function overlaps(a: string, b: string): boolean {
  const [left, right] = [opened(a, b), opened(b, a)];
  if (left.length * right.length > mostCells) return true;
  let row: boolean[] = [true];
  for (const [index, symbol] of right.entries()) row.push(row[index] === true && symbol === '*');
  for (const symbol of left) {
    const next: boolean[] = [row[0] === true && symbol === '*'];
    for (const [index, other] of right.entries()) {
      const both = row[index] === true && (symbol === other || symbol === '?' || other === '?');
      next.push(
        symbol === '*' || other === '*' ? row[index] === true || row[index + 1] === true || next[index] === true : both,
      );
    }
    row = next;
  }
  return row.at(-1) === true;
}

/**
 * A name that a deployment gives may be any, and one that the platform makes up what a wildcard stands for; one that both
 * sides have is the same on both.
 */
function opened(own: string, other: string): Symbols {
  const wild = /[*?]/.test(other);
  const isOpen = (symbol: string): boolean =>
    symbol.length > 1 && !other.includes(symbol) && (symbol[1] !== '\uE003' || wild);
  return symbolsOf(own).map((symbol) => (isOpen(symbol) ? '*' : symbol));
}

function symbolsOf(pattern: string): Symbols {
  return pattern.match(/\uE001[^\uE002]*\uE002|[\s\S]/g) ?? [];
}
