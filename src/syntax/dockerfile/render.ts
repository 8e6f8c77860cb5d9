import type { Dockerfile } from './model.ts';

/** Arguments as they stand behind a keyword: a list in the exec form, a text as it is. */
export function renderArguments(value: string | readonly string[]): string {
  return typeof value === 'string' ? value : `[${value.map((text) => JSON.stringify(text)).join(', ')}]`;
}

/**
 * The value of a pair: without quotes where it needs none and had none (`written` is what stands there, if anything),
 * else in double quotes. Variables stay variables.
 */
export function renderValue(value: string, written: string, { directives }: Dockerfile): string {
  if (/^[\w./:@%+,=~${}-]+$/.test(value) && !/^["']/.test(written)) return value;
  const escape = directives.find(({ name }) => name === 'escape')?.value === '`' ? '`' : '\\';
  const safe = value.replaceAll(escape, escape + escape).replaceAll('"', `${escape}"`);
  return `"${safe}"`;
}
