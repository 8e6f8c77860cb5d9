// https://toml.io/en/v1.0.0: written so that readers of 1.0 understand it, inline tables in one line.
import type { ScalarNode } from '../data-tree.ts';
import type { DataValue } from '../edit.ts';
import { isList } from '../editing/read-back.ts';

/** A value on one line; undefined where TOML has none (null). A text keeps the quotes of `style` where they can hold it. */
export function renderToml(value: DataValue, style: ScalarNode['style'] = 'double'): string | undefined {
  if (value === null) return undefined;
  if (typeof value === 'string') return renderText(value, style);
  if (typeof value === 'number') return renderNumber(value);
  if (typeof value === 'boolean') return String(value);
  const items = isList(value) ? value.map((item) => renderToml(item)) : Object.entries(value).map(renderEntry);
  if (items.includes(undefined)) return undefined;
  if (isList(value)) return `[${items.join(', ')}]`;
  return items.length === 0 ? '{}' : `{ ${items.join(', ')} }`;
}

function renderEntry([key, value]: [string, DataValue]): string | undefined {
  const written = renderToml(value);
  return written === undefined ? undefined : `${renderTomlKey(key)} = ${written}`;
}

/** A key, bare where it may be. */
export function renderTomlKey(key: string): string {
  return /^[\w-]+$/.test(key) ? key : renderText(key, 'double');
}

function renderNumber(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  const text = Object.is(value, -0) ? '-0.0' : String(value);
  return Number.isSafeInteger(value) || /[.e]/.test(text) ? text.replace(/^(-?\d+)e/, '$1.0e') : `${text}.0`;
}

function renderText(text: string, style: ScalarNode['style']): string {
  if (style === 'single' && !text.includes("'") && !/\p{Cc}/u.test(text)) return `'${text}'`;
  return JSON.stringify(text).replaceAll('\u007F', '\\u007f');
}
