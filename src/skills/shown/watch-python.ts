import { addTo } from '../../evidence/add-to.ts';
import type { Onlooker } from '../../repository/survey.ts';
import { type FileRole, isGenerated } from './file-role.ts';
import { type ImportLine, importLines } from './import-lines.ts';
import { lineEvidence } from './place-in-text.ts';
import type { Sighting } from './sighting.ts';
import type { CodeRule, Signs } from './signs.ts';

/** Files of Python, by what one look at each of them tells. */
export interface WatchedPython {
  readonly onlooker: Onlooker;
  /** All that are somebody's own, those of tests and samples among them. */
  readonly files: readonly string[];
  /** By skill, the files whose import lines name it. */
  readonly importers: ReadonlyMap<string, readonly string[]>;
  /** The imports of the files of tests. */
  readonly testImports: readonly ImportLine[];
  /** What texts of code show. */
  readonly sightings: readonly Sighting[];
}

/** Files that show one thing by their text; no more are looked for. */
const enough = 40;

/** Watches a survey for Python that shows skills. */
export function watchPython(signs: Signs, roleOf: (file: string) => FileRole): WatchedPython {
  const files: string[] = [];
  const importers = new Map<string, string[]>();
  const testImports: ImportLine[] = [];
  const sightings: Sighting[] = [];
  const found = new Map<CodeRule, number>();
  const see = (file: string, bytes: Uint8Array): void => {
    const role = roleOf(file);
    if (role === 'foreign' || bytes.includes(0) || isGenerated(bytes)) return;
    files.push(file);
    const lines = importLines(bytes);
    if (role === 'test') testImports.push(...lines);
    for (const skill of skillsOf(lines, signs)) addTo(importers, skill, file);
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    sightings.push(...clientsIn(file, buffer, signs));
    if (role !== 'own') return;
    for (const rule of signs.code) {
      const before = found.get(rule) ?? 0;
      const sighting = before < enough ? codeSighting(rule, file, buffer) : undefined;
      if (sighting === undefined) continue;
      found.set(rule, before + 1);
      sightings.push(sighting);
    }
  };
  return {
    onlooker: {
      wants: (file) => file.endsWith('.py'),
      see(file, content) {
        if (content.ok) see(file, content.bytes);
      },
    },
    files,
    importers,
    testImports,
    sightings,
  };
}

/** The skills whose paths a file imports, or what is below them. */
function skillsOf(lines: readonly ImportLine[], { imports }: Signs): Set<string> {
  const found = new Set<string>();
  for (const { path } of lines) {
    for (let end = path.length; end > 0; end = path.lastIndexOf('.', end - 1)) {
      for (const skill of imports.get(path.slice(0, end)) ?? []) found.add(skill);
    }
  }
  return found;
}

const clientCall = /\.(?:client|resource)\(\s*(?:service_name\s*=\s*)?['"]([a-z0-9-]+)['"]/g;

/** The clients of AWS that a file makes by their service's name: one place for each service. */
function clientsIn(file: string, buffer: Buffer, { services }: Signs): Sighting[] {
  if (!buffer.includes('.client(') && !buffer.includes('.resource(')) return [];
  const text = buffer.toString('utf8');
  const found = new Map<string, Sighting>();
  for (const match of text.matchAll(clientCall)) {
    for (const skill of services.get(match[1] ?? '') ?? []) {
      if (found.has(skill)) continue;
      found.set(skill, { skill, strength: 'exercised', by: 'calls', evidence: lineEvidence(file, text, match.index) });
    }
  }
  return [...found.values()];
}

/** How often a needle is tried in one file, and how far a pattern sees from its line on, in bytes. */
const mostTries = 20;
const sight = 400;

function codeSighting({ skill, needle, pattern }: CodeRule, file: string, buffer: Buffer): Sighting | undefined {
  let at = buffer.indexOf(needle);
  for (let tries = 0; at >= 0 && tries < mostTries; tries++) {
    const start = buffer.lastIndexOf(0x0a, at) + 1;
    if (pattern.test(buffer.toString('utf8', start, start + sight))) {
      const text = buffer.toString('utf8');
      const offset = buffer.toString('utf8', 0, at).length;
      return { skill, strength: 'exercised', by: 'text', evidence: lineEvidence(file, text, offset) };
    }
    at = buffer.indexOf(needle, at + needle.length);
  }
  return undefined;
}
