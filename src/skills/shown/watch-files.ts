import { evidence } from '../../evidence/evidence.ts';
import { startOf } from '../../evidence/place.ts';
import { baseName, folderOf } from '../../repository/paths.ts';
import type { Repository } from '../../repository/repository.ts';
import type { Onlooker } from '../../repository/survey.ts';
import type { FileRole } from './file-role.ts';
import type { FileRule } from './file-table.ts';
import { lineEvidence } from './place-in-text.ts';
import { exercisedAtMost, type Sighting } from './sighting.ts';
import type { Signs } from './signs.ts';

/** What files of other kinds than Python show by their names and texts. */
export interface WatchedFiles {
  readonly onlooker: Onlooker;
  readonly sightings: readonly Sighting[];
}

/** Files of one kind that show what they show; no more are looked for. */
const enough = 40;

/** What is larger is told by its name alone, in bytes. */
const largest = 2 * 1024 * 1024;

/** Watches a survey for files that show skills. Test data shows none, unless the rule says that it counts anywhere. */
export function watchFiles(
  { filesNamed }: Signs,
  repository: Repository,
  roleOf: (file: string) => FileRole,
): WatchedFiles {
  const names = new Set(repository.files.map(baseName));
  const seen = new Map<FileRule, number>();
  const counts = (rule: FileRule): boolean =>
    (rule.beside === null || names.has(rule.beside)) && (seen.get(rule) ?? 0) < enough;
  const wanted = new Map<string, readonly FileRule[]>();
  const sightings: Sighting[] = [];
  return {
    onlooker: {
      wants(file) {
        const rules = rulesFor(filesNamed(baseName(file)).filter(counts), file, roleOf);
        if (rules.length > 0) wanted.set(file, rules);
        return rules.length > 0;
      },
      see(file, content) {
        if (!content.ok) return;
        for (const rule of wanted.get(file) ?? []) {
          const found = fileSighting(rule, file, content.bytes);
          if (found === undefined) continue;
          const isOwn = roleOf(file) === 'own';
          sightings.push(isOwn ? found : { ...exercisedAtMost(found), rank: 1 });
          if (isOwn || rule.anywhere) seen.set(rule, (seen.get(rule) ?? 0) + 1);
        }
      },
    },
    sightings,
  };
}

function rulesFor(found: readonly FileRule[], file: string, roleOf: (file: string) => FileRole): readonly FileRule[] {
  if (found.length === 0) return found;
  const role = roleOf(file);
  const folder = folderOf(file);
  return role === 'foreign'
    ? []
    : found.filter((rule) => (role !== 'test' || rule.anywhere) && (rule.folder?.test(folder) ?? true));
}

function fileSighting(rule: FileRule, file: string, bytes: Uint8Array): Sighting | undefined {
  const { skill, gives: strength, text: pattern, needle } = rule;
  if (bytes.byteLength === 0) return undefined;
  if (pattern === null) return { skill, strength, by: 'file', evidence: evidence(startOf(file), baseName(file)) };
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, largest));
  if (needle !== null && !buffer.includes(needle)) return undefined;
  const text = buffer.toString('utf8');
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const [found] = match;
  const offset = match.index + found.length - found.trimStart().length;
  return { skill, strength, by: 'file', evidence: lineEvidence(file, text, offset) };
}
