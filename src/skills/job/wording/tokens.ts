/** A word or a sign of a text. */
export interface Token {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  readonly word: boolean;
}

/** Addresses of pages and people, and names of files below a site: nothing in them is said of the applicant. */
const address =
  /(?:https?:\/\/|www\.)[^\s<>"']+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|ai|co|eu|de|uk|fr|nl|cloud|example|jobs)\b(?:\/[^\s<>"']*)?/giy;
const token =
  /(?:e\.g\.|i\.e\.|\.net\b|node\.js|[\p{L}\p{N}_]+(?:\.(?=[a-z]{2,4}\b)[a-z]+)?(?:\+\+|#(?![\p{L}]))?)|[^\s]/giuy;

/** The words and signs of a text, in order; addresses are left out. Names of products that look like one stay. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (let index = 0; index < text.length; ) {
    if (text[index] === ' ') {
      index += 1;
      continue;
    }
    address.lastIndex = index;
    const skipped = /[a-z0-9]/i.test(text[index - 1] ?? '') ? null : address.exec(text);
    if (skipped !== null && !productNames.has(skipped[0].toLowerCase())) {
      index += skipped[0].length;
      continue;
    }
    token.lastIndex = index;
    const found = token.exec(text)?.[0] ?? text[index] ?? ' ';
    const end = index + found.length;
    tokens.push({ text: found, lower: found.toLowerCase(), start: index, end, word: /[\p{L}\p{N}]/u.test(found) });
    index = end;
  }
  return tokens;
}

const productNames = new Set([
  'socket.io',
  'temporal.io',
  'asp.net',
  'draw.io',
  'node.io',
  'neptune.ai',
  'sentry.io',
  'locust.io',
  'mend.io',
]);
