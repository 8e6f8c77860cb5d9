const constants = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;

/** What a word stands for; undefined where JSON has no such word. */
export function wordValue(word: string): number | boolean | null | undefined {
  const constant = constants.get(word);
  if (constant !== undefined) return constant;
  return number.test(word) ? Number(word) : undefined;
}

/** The content of a string with its quotes; undefined where it breaks a rule. */
export function stringText(written: string, unclosed: boolean): string | undefined {
  if (unclosed) return undefined;
  try {
    const text: unknown = JSON.parse(written);
    return typeof text === 'string' ? text : undefined;
  } catch {
    return undefined;
  }
}
