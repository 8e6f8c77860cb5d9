import {
  type SuppressionComment,
  suppressionComments,
  suppressionNeedle,
} from '../../configuration/suppression-comments.ts';
import { byCodeUnits } from '../../evidence/order.ts';
import type { Place } from '../../evidence/place.ts';
import type { Stack } from '../../infrastructure/model/resource.ts';
import type { Repository } from '../../repository/repository.ts';
import { Lines } from '../../syntax/lines.ts';
import { metadataSuppressions } from './metadata-suppressions.ts';

/** What says in some file that findings of some checks may stay, on some of its lines. */
export interface Statement {
  /** Empty where it names none. */
  readonly checks: readonly string[];
  readonly reason: string;
  readonly place: Place;
  readonly text: string;
  /** The lines of which it speaks, the last one included. */
  readonly from: number;
  readonly to: number;
  /** Why it suppresses nothing, whatever it names; null where nothing is wrong with it. */
  readonly fault: SuppressionComment['fault'];
}

/** The statements of the files named, by file. A file without the needle is not read as text. */
export async function findSuppressions(
  files: Iterable<string>,
  repository: Repository,
  stacks: readonly Stack[],
): Promise<Map<string, Statement[]>> {
  const found = new Map<string, Statement[]>();
  for (const file of [...new Set(files)].sort(byCodeUnits)) {
    const content = repository.glance(file);
    if (!content.ok || !mentions(content.bytes)) continue;
    const read = repository.readText(file);
    if (!read.ok) continue;
    const inMetadata = metadataSuppressions(file, stacks);
    const comments = suppressionNeedle.test(read.text) ? await commentsOf(file, read.text, stacks) : [];
    const statements = [...comments, ...inMetadata];
    if (statements.length > 0) found.set(file, statements);
  }
  return found;
}

/** True where bytes hold the name as it is written in small, capital or title letters. */
function mentions({ buffer, byteOffset, length }: Uint8Array): boolean {
  const bytes = Buffer.from(buffer, byteOffset, length);
  return bytes.includes('kyworthy') || bytes.includes('KYWORTHY');
}

async function commentsOf(file: string, text: string, stacks: readonly Stack[]): Promise<Statement[]> {
  const lines = new Lines(text);
  const comments = await outsideTexts(file, text, suppressionComments(file, text), lines);
  const blocks = blocksIn(file, stacks);
  return comments.map(({ checks, reason, start, end, line, fault }) => ({
    checks,
    reason,
    fault,
    place: { file, ...lines.range(start, end) },
    text: text.slice(start, end),
    from: line,
    to: Math.max(line, blocks.get(line) ?? line),
  }));
}

/** Of Python only what its reader takes for a comment: a docstring may show one. */
async function outsideTexts(
  file: string,
  text: string,
  comments: readonly SuppressionComment[],
  lines: Lines,
): Promise<readonly SuppressionComment[]> {
  if (!/\.pyi?$/.test(file) || comments.length === 0) return comments;
  const { parseModule } = await import('../../syntax/python/index.ts');
  const tree = parseModule(new TextEncoder().encode(text));
  const real = new Set<number>();
  for (let at = 0; at < tree.comments.length; at += 2) real.add(tree.lineColumn(tree.comments[at] ?? 0).line);
  return comments.filter(({ start }) => real.has(lines.position(start).line));
}

/** The last line of each resource of a file, by its first one: who speaks of its first line speaks of all of it. */
function blocksIn(file: string, stacks: readonly Stack[]): Map<number, number> {
  const blocks = new Map<number, number>();
  for (const { resources } of stacks)
    for (const { place, key } of resources.values())
      if (place.file === file)
        blocks.set(Math.min(place.line, key.file === file ? key.line : place.line), place.endLine);
  return blocks;
}
