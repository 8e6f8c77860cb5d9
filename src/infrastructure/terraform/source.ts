import type { Place } from '../../evidence/place.ts';
import type { Attribute, Block, Expression, HclFile, Span } from '../../syntax/hcl/index.ts';
import { parseHcl, parseHclJson } from '../../syntax/hcl/index.ts';
import type { Lines } from '../../syntax/lines.ts';
import { inCode, maskPlaceholders } from '../model/placeholders.ts';

/** A file that expressions stand in. */
export interface Source {
  readonly file: string;
  /** The text as it stands in the file. */
  readonly text: string;
  readonly lines: Lines;
  /** Where another template language fills something in before Terraform reads it. */
  readonly placeholders: readonly Span[];
}

/** A file of Terraform code, read. */
export interface CodeSource extends Source {
  readonly hcl: HclFile;
}

/** An expression with the file it stands in. */
export interface SourceExpression {
  readonly source: Source;
  readonly expression: Expression;
  /** Its name: where the key of the attribute stands. */
  readonly key: Span;
}

/** A block with the file it stands in. */
export interface SourceBlock {
  readonly source: Source;
  readonly block: Block;
  /** What stands in it; override files may have brought items of their own. */
  readonly items: readonly SourceItem[];
}

/** An attribute or block in a block, with the file it stands in. */
export interface SourceItem {
  readonly source: Source;
  readonly item: Attribute | Block;
}

/** A block as it stands in its file. */
export function blockOf(source: Source, block: Block): SourceBlock {
  return { source, block, items: block.body.items.map((item) => ({ source, item })) };
}

/** Blocks at the top of a file and how many labels each has: JSON does not tell. */
const labelCounts = {
  terraform: 0,
  provider: 1,
  variable: 1,
  locals: 0,
  output: 1,
  resource: 2,
  data: 2,
  ephemeral: 2,
  module: 1,
  moved: 0,
  import: 0,
  removed: 0,
  check: 1,
};

/**
 * Reads a file of Terraform code, native or as JSON. Where it is no HCL and another template language's placeholders
 * stand in it (`{{ name }}`, `{% if … %}`, `%%NAME%%`), it is read with letters of the same length in their places.
 */
export function readSource(file: string, text: string): CodeSource {
  const parse = file.endsWith('.json') ? (from: string) => parseHclJson(from, labelCounts) : parseHcl;
  const hcl = parse(text);
  const { lines } = hcl;
  if (hcl.faults.length === 0 && !file.includes('{{')) return { file, hcl, text, lines, placeholders: [] };
  const masked = maskPlaceholders(text, inCode);
  if (masked.text === text) return { file, hcl, text, lines, placeholders: [] };
  return { file, hcl: parse(masked.text), text, lines, placeholders: masked.placeholders };
}

/** The place of a stretch of a file. */
export function placeOf(source: Source, { start, end }: Span): Place {
  return { file: source.file, ...source.lines.range(start, end) };
}

const longestShown = 200;

/** What stands there, for a person: in one line, cut where it is long. */
export function shown(source: Source, { start, end }: Span): string {
  const written = source.text.slice(start, Math.min(end, start + longestShown)).replaceAll(/\s+/g, ' ');
  return end - start > longestShown ? `${written}…` : written;
}

/** The placeholder in a stretch of a file, or undefined where there is none. */
export function placeholderIn({ placeholders }: Source, { start, end }: Span): Span | undefined {
  return placeholders.find((span) => span.start < end && span.end > start);
}

/** The text of a label, with its placeholders as they were written. */
export function labelText({ block, source }: SourceBlock, index: number): string {
  const label = block.labels[index];
  if (label === undefined) return '';
  return placeholderIn(source, label) === undefined
    ? label.text
    : source.text.slice(label.start, label.end).replaceAll('"', '');
}

/** The expression that a block sets an attribute to. */
export function expressionOf({ items }: SourceBlock, name: string): SourceExpression | undefined {
  for (const { source, item } of items) {
    if (item.kind === 'attribute' && item.name === name) {
      return { source, expression: item.value, key: item.nameSpan };
    }
  }
  return undefined;
}
