// https://yaml.org/spec/1.2.2/#73-flow-scalar-styles; also quoted is what YAML 1.1 takes for something else than text.
import type { ScalarNode } from '../data-tree.ts';
import type { DataValue } from '../edit.ts';
import { isList } from '../editing/read-back.ts';
import { plainValue } from './scalar-value.ts';

type Style = ScalarNode['style'];

const old =
  /^(?:y|n|yes|no|on|off|[-+]?0[0-7_]+|[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?|\d{4}-\d\d?-\d\d?.*|[-+]?[\d.][\d_.,eE+-]*|0[bx][\da-fA-F_]+|=|<<)$/i;
const unsafeStart = /^(?:[-?:](?:\s|$)|[,[\]{}#&*!|>'"%@`]|---|\.\.\.)/;
const unsafeInside = /[\p{C}\u2028\u2029\uFEFF]|: |:$| #|^\s|\s$/u;
const unsafeInFlow = /[,[\]{}]|^[-?:]/;

/** True if a text may be written without quotes and is read as the same text everywhere. */
export function isPlainText(text: string, flow: boolean): boolean {
  if (text === '' || unsafeStart.test(text) || unsafeInside.test(text) || old.test(text)) return false;
  if (flow && unsafeInFlow.test(text)) return false;
  return typeof plainValue(text) === 'string';
}

/** A scalar on one line, in the style given where that can hold it. */
export function renderScalar(value: string | number | boolean | null, style: Style, flow: boolean): string {
  if (typeof value === 'number') return renderNumber(value);
  if (typeof value !== 'string') return String(value);
  if (style === 'double') return renderDouble(value);
  if (style === 'single' && !/[\p{C}\u2028\u2029\uFEFF]/u.test(value)) return renderSingle(value);
  if (isPlainText(value, flow)) return value;
  return /[\p{C}\u2028\u2029\uFEFF']/u.test(value) ? renderDouble(value) : renderSingle(value);
}

function renderNumber(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  if (!Number.isFinite(value)) return value > 0 ? '.inf' : '-.inf';
  return Object.is(value, -0) ? '-0' : String(value);
}

function renderSingle(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** JSON's texts are YAML's in double quotes, but for what YAML holds for unprintable. */
function renderDouble(text: string): string {
  const escaped = /[\u007F-\u009F\uD800-\uDFFF\uFEFF\uFFFE\uFFFF\u2028\u2029]/g;
  return JSON.stringify(text).replaceAll(escaped, (unit, at: number, whole: string) =>
    isPaired(whole, at) ? unit : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** True for half of a surrogate pair that has its other half. */
function isPaired(text: string, at: number): boolean {
  const code = text.codePointAt(at) ?? 0;
  const before = at === 0 ? 0 : (text.codePointAt(at - 1) ?? 0);
  return code > 0xffff || before > 0xffff;
}

/** A value in flow style, on one line. */
export function renderFlow(value: DataValue): string {
  if (typeof value !== 'object' || value === null) return renderScalar(value, 'plain', true);
  if (isList(value)) return `[${value.map(renderFlow).join(', ')}]`;
  const entries = Object.entries(value).map(([key, item]) => `${renderKey(key, true)}: ${renderFlow(item)}`);
  return `{${entries.join(', ')}}`;
}

/** A key on one line. */
export function renderKey(key: string, flow: boolean): string {
  return renderScalar(key, 'plain', flow);
}

/** True for a value that is written on lines of its own in block style. */
export function needsBlock(value: DataValue): value is Exclude<DataValue, string | number | boolean | null> {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

/** How block style is written: one step of indentation, and whether texts of several lines become literal blocks. */
export interface BlockStyle {
  readonly unit: string;
  readonly literals: boolean;
}

/** A collection with entries in block style: lines without line breaks, not indented. */
export function renderBlock(value: DataValue, style: BlockStyle): string[] {
  if (!needsBlock(value)) return [renderInline(value)];
  if (isList(value)) return value.flatMap((item) => itemLines(item, style));
  return Object.entries(value).flatMap(([key, item]) => entryLines(renderKey(key, false), item, style));
}

/** An entry of a block mapping as lines. */
export function entryLines(key: string, value: DataValue, style: BlockStyle): string[] {
  const literal = literalLines(value, style);
  if (literal) return [`${key}: |`, ...literal.map((line) => indented(line, style.unit))];
  if (!needsBlock(value)) return [`${key}: ${renderInline(value)}`];
  return [`${key}:`, ...renderBlock(value, style).map((line) => indented(line, style.unit))];
}

/** An item of a block sequence as lines. */
export function itemLines(value: DataValue, style: BlockStyle): string[] {
  const literal = literalLines(value, style);
  if (literal) return ['- |', ...literal.map((line) => indented(line, '  '))];
  return renderBlock(value, style).map((line, index) => (index === 0 ? `- ${line}` : indented(line, '  ')));
}

function renderInline(value: DataValue): string {
  return typeof value === 'object' ? renderFlow(value) : renderScalar(value, 'plain', false);
}

function indented(line: string, indent: string): string {
  return line === '' ? '' : indent + line;
}

/** The lines of a text that reads best as a literal block: several lines, the last one ended, nothing unprintable. */
export function literalLines(text: DataValue, style: BlockStyle): string[] | undefined {
  if (typeof text !== 'string' || !style.literals) return undefined;
  if (!/^[^\s].*\n/.test(text) || !text.endsWith('\n') || text.endsWith('\n\n')) return undefined;
  const lines = text.slice(0, -1).split('\n');
  const bad = lines.some((line) => /[\p{C}\u2028\u2029\uFEFF\u0085]/u.test(line.replaceAll('\t', '')));
  return bad || lines.length < 2 ? undefined : lines;
}
