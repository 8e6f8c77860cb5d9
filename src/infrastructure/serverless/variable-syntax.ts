// https://www.serverless.com/framework/docs/guides/variables

/** A variable as written: where it stands in its text, and its alternatives, the first that is there counting. */
export interface Variable {
  readonly start: number;
  readonly end: number;
  readonly alternatives: readonly string[];
}

/**
 * The variables of a text (`${self:custom.a, 'b'}`), outermost ones. What CloudFormation replaces (`${AWS::Region}`,
 * `${Name}`) is none. Behind a variable that is not closed nothing more is looked for.
 */
export function variablesIn(text: string): Variable[] {
  const found: Variable[] = [];
  let start = text.indexOf('${');
  while (start >= 0) {
    const end = closing(text, start + 2);
    if (end === undefined) break;
    const inner = text.slice(start + 2, end).trim();
    const isOurs = /^(?:[A-Za-z][\w-]*\s*(?:\([^)]*\)\s*:?|:(?!:))|file\()/.test(inner);
    if (isOurs) found.push({ start, end: end + 1, alternatives: alternativesOf(inner) });
    start = text.indexOf('${', isOurs ? end + 1 : start + 2);
  }
  return found;
}

/** The offset of the brace that closes a variable; undefined where it is not closed. */
function closing(text: string, from: number): number | undefined {
  let depth = 1;
  for (let offset = from; offset < text.length; offset++) {
    if (text[offset] === '$' && text[offset + 1] === '{') {
      depth++;
      offset++;
    } else if (text[offset] === '}' && --depth === 0) return offset;
  }
  return undefined;
}

/** The parts between commas; commas in quotes, in brackets and in variables below separate nothing. */
function alternativesOf(inner: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let quote = '';
  let start = 0;
  for (let offset = 0; offset < inner.length; offset++) {
    const char = inner[offset] ?? '';
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === "'" || char === '"') quote = char;
    else if (char === '{' || char === '(') depth++;
    else if (char === '}' || char === ')') depth--;
    else if (char === ',' && depth === 0) {
      found.push(inner.slice(start, offset).trim());
      start = offset + 1;
    }
  }
  return [...found, inner.slice(start).trim()];
}
