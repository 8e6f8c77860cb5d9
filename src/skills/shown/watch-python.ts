import { addTo } from '../../evidence/add-to.ts';
import type { Onlooker } from '../../repository/survey.ts';
import { namedServices } from './client-names.ts';
import { codeSighting, needlesOf } from './code-text.ts';
import { type FileRole, isGenerated } from './file-role.ts';
import { type ImportLine, importLines } from './import-lines.ts';
import type { Sighting } from './sighting.ts';
import { type CodeRule, rootOf, type Signs, skillsAt } from './signs.ts';

/** Files of Python, by what one look at each of them tells. */
export interface WatchedPython {
  readonly onlooker: Onlooker;
  /** All that are somebody's own, those of tests and samples among them. */
  readonly files: readonly string[];
  /** By skill, the files that seem to import what it is known by, or to make a client of it. */
  readonly users: ReadonlyMap<string, readonly string[]>;
  /** What each of them seems to import, of the project or of others. */
  readonly imports: ReadonlyMap<string, readonly ImportLine[]>;
  /** What texts of code show. */
  readonly sightings: readonly Sighting[];
  /** By skill, the files beside those of the sightings that have such texts. */
  readonly further: ReadonlyMap<string, number>;
}

/** In the path of a template from which projects are made: what is in it is the product. */
const templated = '{{';

/** Modules of Python itself that nearly every file imports: what they are says nothing more. */
const everywhere: ReadonlySet<string> = new Set(
  '__future__ abc collections copy dataclasses datetime enum io json logging math os pathlib re sys time typing unittest uuid'.split(
    ' ',
  ),
);

/** Files that show one thing by their text; no more are looked for. */
const enough = 40;

/** Watches a survey for Python that shows skills. */
export function watchPython(signs: Signs, roleOf: (file: string) => FileRole): WatchedPython {
  const files: string[] = [];
  const users = new Map<string, string[]>();
  const imports = new Map<string, readonly ImportLine[]>();
  const sightings: Sighting[] = [];
  const further = new Map<string, number>();
  const ofTests = openTexts(
    signs.code.filter((rule) => rule.ofTests),
    further,
  );
  const ofCode = openTexts(
    signs.code.filter((rule) => !rule.ofTests),
    further,
  );
  const see = (file: string, bytes: Uint8Array): void => {
    const role = roleOf(file);
    if (role === 'foreign' || bytes.includes(0) || isGenerated(bytes)) return;
    files.push(file);
    const lines = importLines(bytes);
    imports.set(
      file,
      lines.filter(({ path }) => !everywhere.has(rootOf(path))),
    );
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (const skill of new Set([...skillsOf(lines, signs, buffer), ...clientSkills(buffer, signs)]))
      addTo(users, skill, file);
    if (role === 'apart' && !file.includes(templated)) return;
    const texts = role === 'test' ? ofTests : ofCode;
    sightings.push(...texts.seenIn(file, buffer));
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
    imports,
    sightings,
    further,
  };
}

/** Looks for texts of code in one file after the other; where one was found often enough, the files that hold it are counted. */
function openTexts(
  rules: readonly CodeRule[],
  further: Map<string, number>,
): { seenIn(file: string, buffer: Buffer): Sighting[] } {
  const open = new Map(rules.map((rule) => [rule, enough]));
  const closed = new Set<CodeRule>();
  const count = (buffer: Buffer): void => {
    const counted = new Set([...closed].flatMap(({ skill, needle }) => (buffer.includes(needle) ? [skill] : [])));
    for (const skill of counted) further.set(skill, (further.get(skill) ?? 0) + 1);
  };
  let needlesIn = needlesOf(rules);
  return {
    seenIn(file, buffer) {
      count(buffer);
      const present = needlesIn(buffer);
      const found: Sighting[] = [];
      for (const [rule, left] of open) {
        const sighting = present.has(rule.needle) ? codeSighting(rule, file, buffer) : undefined;
        if (sighting === undefined) continue;
        found.push(sighting);
        if (left > 1) open.set(rule, left - 1);
        else {
          open.delete(rule);
          closed.add(rule);
          needlesIn = needlesOf(open.keys());
        }
      }
      return found;
    },
  };
}

/** The skills whose paths a file imports, what is below them, or what is above them and has them by its name. */
export function skillsOf(lines: readonly ImportLine[], { imports, below, roots }: Signs, buffer: Buffer): Set<string> {
  const found = new Set<string>();
  for (const { path } of lines) {
    if (!roots.has(rootOf(path))) continue;
    for (const skill of skillsAt(path, imports)) found.add(skill);
    for (const { name, skill } of below.get(path) ?? []) if (buffer.includes(name)) found.add(skill);
  }
  return found;
}

/** The skills of the clients of AWS that a file seems to make or to take by their service's name. */
function clientSkills(buffer: Buffer, { services }: Signs): Set<string> {
  const found = new Set<string>();
  for (const service of namedServices(buffer)) for (const skill of services.get(service) ?? []) found.add(skill);
  return found;
}
