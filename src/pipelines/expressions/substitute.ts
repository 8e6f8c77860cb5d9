import type { PipelineValue } from '../model.ts';
import { known, unknown } from '../values.ts';
import type { Evaluated } from './expression.ts';
import { textOfValue } from './functions.ts';

const expression = /\$\{\{(.*?)\}\}/gs;
const longest = 100_000;

/** What stands in a script for what only a run can tell: a shell reads it as a variable. */
const dynamic = '${DYNAMIC}';

export interface Substituted {
  /** With `${DYNAMIC}` for what is not known. */
  readonly script: string;
  readonly value: PipelineValue;
}

/** Puts the values of a text's `${{ … }}` in their places. */
export function substitute(text: string, evaluate: (source: string) => Evaluated): Substituted {
  let whole = true;
  let left = longest;
  const script = text.replaceAll(expression, (_, source: string) => {
    const value = evaluate(source.trim());
    const shown = value === undefined ? dynamic : textOfValue(value);
    left -= shown.length;
    if (value !== undefined && left > 0) return shown;
    whole = false;
    return dynamic;
  });
  return { script, value: whole ? known(script) : unknown(text) };
}

/** The expression of a text that is nothing else; undefined for any other text. */
export function wholeExpression(text: string): string | undefined {
  const match = /^\s*\$\{\{(.*)\}\}\s*$/s.exec(text);
  return match?.[1] !== undefined && !match[1].includes('${{') ? match[1].trim() : undefined;
}
