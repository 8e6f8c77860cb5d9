import { addTo } from '../../evidence/add-to.ts';
import type { Onlooker } from '../../repository/survey.ts';
import { type FileRole, isGenerated } from './file-role.ts';
import { importLines } from './import-lines.ts';
import { lineEvidence } from './place-in-text.ts';
import type { Sighting } from './sighting.ts';
import type { CodeRule, Signs } from './signs.ts';

/** Files of Python, by what one look at each of them tells. */
export interface WatchedPython {
  readonly onlooker: Onlooker;
  /** All that are somebody's own, those of tests and samples among them. */
  readonly files: readonly string[];
  /** By skill, the files that seem to import what it is known by, or to make a client of it. */
  readonly users: ReadonlyMap<string, readonly string[]>;
  /** The paths that tests import, with what is above each of them. */
  readonly testImports: ReadonlySet<string>;
  /** What texts of code show. */
  readonly sightings: readonly Sighting[];
}

/** In the path of a template from which projects are made: what is in it is the product. */
const templated = '{{';

/** Files that show one thing by their text; no more are looked for. */
const enough = 40;

/** Watches a survey for Python that shows skills. */
export function watchPython(signs: Signs, roleOf: (file: string) => FileRole): WatchedPython {
  const files: string[] = [];
  const users = new Map<string, string[]>();
  const testImports = new Set<string>();
  const sightings: Sighting[] = [];
  const found = new Map<CodeRule, number>();
  const see = (file: string, bytes: Uint8Array): void => {
    const role = roleOf(file);
    if (role === 'foreign' || bytes.includes(0) || isGenerated(bytes)) return;
    files.push(file);
    const lines = importLines(bytes);
    if (role === 'test') addImports(testImports, lines);
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (const skill of new Set([...skillsOf(lines, signs), ...clientSkills(buffer, signs)])) addTo(users, skill, file);
    if (role === 'apart' && !file.includes(templated)) return;
    for (const rule of signs.code) {
      if (rule.ofTests !== (role === 'test')) continue;
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
    users,
    testImports,
    sightings,
  };
}

function addImports(to: Set<string>, lines: readonly string[]): void {
  for (const path of lines) {
    for (let end = path.length; end > 0; end = path.lastIndexOf('.', end - 1)) {
      const above = path.slice(0, end);
      if (to.has(above)) break;
      to.add(above);
    }
  }
}

/** The skills whose paths a file imports, or what is below them. */
function skillsOf(lines: readonly string[], { imports }: Signs): Set<string> {
  const found = new Set<string>();
  for (const path of lines) {
    for (let end = path.length; end > 0; end = path.lastIndexOf('.', end - 1)) {
      for (const skill of imports.get(path.slice(0, end)) ?? []) found.add(skill);
    }
  }
  return found;
}

const clientCall = /\.(?:client|resource)\(\s*(?:service_name\s*=\s*)?['"]([a-z0-9-]+)['"]/g;

/** The skills of the clients of AWS that a file seems to make by their service's name. */
function clientSkills(buffer: Buffer, { services }: Signs): Set<string> {
  const found = new Set<string>();
  if (!buffer.includes('.client(') && !buffer.includes('.resource(')) return found;
  for (const [, service = ''] of buffer.toString('utf8').matchAll(clientCall)) {
    for (const skill of services.get(service) ?? []) found.add(skill);
  }
  return found;
}

/** How often a needle is tried in one file, and how far a pattern sees from its line on, in bytes. */
const mostTries = 20;
const sight = 400;

function codeSighting({ skill, needle, pattern }: CodeRule, file: string, buffer: Buffer): Sighting | undefined {
  let at = buffer.indexOf(needle);
  for (let tries = 0; at >= 0 && tries < mostTries; tries++) {
    const start = buffer.lastIndexOf(0x0a, at) + 1;
    const match = pattern.exec(buffer.toString('utf8', start, at + sight));
    if (match !== null) {
      const [found] = match;
      const blank = found.length - found.trimStart().length;
      const offset = buffer.toString('utf8', 0, start).length + match.index + blank;
      return {
        skill,
        strength: 'exercised',
        by: 'text',
        evidence: lineEvidence(file, buffer.toString('utf8'), offset),
      };
    }
    at = buffer.indexOf(needle, at + needle.length);
  }
  return undefined;
}
