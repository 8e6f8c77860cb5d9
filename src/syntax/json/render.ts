import type { DataValue } from '../edit.ts';
import { isList } from '../editing/read-back.ts';

/**
 * A value as JSON: over several lines, each item indented by `unit` more than `indent`, or on one line where `indent`
 * is undefined.
 */
export function renderJson(value: DataValue, indent: string | undefined, unit: string, eol: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = indent === undefined ? undefined : indent + unit;
  const items = isList(value)
    ? value.map((item) => renderJson(item, inner, unit, eol))
    : Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${renderJson(item, inner, unit, eol)}`);
  const [open, close] = isList(value) ? ['[', ']'] : ['{', '}'];
  if (items.length === 0) return open + close;
  if (inner === undefined) return `${open}${items.join(', ')}${close}`;
  return `${open}${eol}${inner}${items.join(`,${eol}${inner}`)}${eol}${indent}${close}`;
}
