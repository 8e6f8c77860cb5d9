import type { Catalogue } from '../../catalogue/catalogue.ts';
import { importNames } from '../../catalogue/import-names.ts';
import type { CodeSign, SkillEvidenceFact, SkillFact } from '../../catalogue/market/skill.ts';
import { addTo } from '../../evidence/add-to.ts';
import { type FileRule, fileTable } from './file-table.ts';

/** A text of Python code as it is looked for. */
export interface CodeRule {
  readonly skill: string;
  readonly needle: string;
  readonly pattern: RegExp;
  /** How many signs of the skill say more. */
  readonly rank: number;
  /** It is looked for in tests, not in other code. */
  readonly ofTests: boolean;
}

/** A tool of pipelines as it is looked for. */
export interface ToolRule {
  readonly skill: string;
  readonly name: RegExp;
}

/** What is had by its name from a module above it. */
export interface BelowPath {
  readonly name: string;
  readonly skill: string;
}

/** What is evidence, by what it is looked up with; the skill's id stands behind. */
export interface Signs {
  readonly skills: ReadonlyMap<string, SkillFact>;
  readonly facts: ReadonlyMap<string, SkillEvidenceFact>;
  readonly distributions: (name: string) => readonly string[];
  /** The paths that a distribution installs. */
  readonly importsOf: (distribution: string) => readonly string[];
  /** The skills that an import of exactly this path shows. */
  readonly imports: ReadonlyMap<string, readonly string[]>;
  /** The first parts of these paths. */
  readonly roots: ReadonlySet<string>;
  /** By a path above such a one, the names by which code has it (`.lru_cache` of `functools`). */
  readonly below: ReadonlyMap<string, readonly BelowPath[]>;
  readonly services: ReadonlyMap<string, readonly string[]>;
  readonly code: readonly CodeRule[];
  /** The kinds of files of a name. */
  readonly filesNamed: (name: string) => readonly FileRule[];
  readonly tools: readonly ToolRule[];
  /** The skills that a resource shows. */
  readonly resource: (type: string, kind: string | null, cloud: string) => readonly string[];
  readonly formats: ReadonlyMap<string, readonly string[]>;
  readonly systems: ReadonlyMap<string, readonly string[]>;
  readonly units: ReadonlyMap<string, readonly string[]>;
}

/** The catalogue's signs, put in order for looking. */
export function openSigns(catalogue: Catalogue): Signs {
  const facts = catalogue.load('market/skill-evidence').facts;
  return {
    skills: new Map(catalogue.load('market/skills').facts.map((skill) => [skill.id, skill])),
    facts: new Map(facts.map((fact) => [fact.id, fact])),
    distributions: byPattern(facts),
    importsOf: pathsByDistribution(catalogue),
    imports: tableOf(facts, 'imports'),
    roots: new Set(facts.flatMap(({ imports = [] }) => imports.map(rootOf))),
    below: belowTable(facts),
    services: tableOf(facts, 'services'),
    code: facts.flatMap(({ id, code = [], ofTests = false }) =>
      code.map((sign, rank) => codeRule(id, sign, rank, ofTests)),
    ),
    filesNamed: fileTable(facts),
    tools: facts.flatMap(({ id, tools = [] }) =>
      tools.map((name) => ({ skill: id, name: new RegExp(`^(?:${name})(?![\\w-])`) })),
    ),
    resource: resourceTable(facts),
    formats: tableOf(facts, 'formats'),
    systems: tableOf(facts, 'systems'),
    units: tableOf(facts, 'units'),
  };
}

type Listed = 'imports' | 'services' | 'formats' | 'systems' | 'units';

function tableOf(facts: readonly SkillEvidenceFact[], field: Listed): Map<string, string[]> {
  const table = new Map<string, string[]>();
  for (const fact of facts) for (const name of fact[field] ?? []) addTo(table, name, fact.id);
  return table;
}

function belowTable(facts: readonly SkillEvidenceFact[]): Map<string, BelowPath[]> {
  const table = new Map<string, BelowPath[]>();
  for (const { id: skill, imports = [] } of facts) {
    for (const path of imports) {
      for (let end = path.lastIndexOf('.'); end > 0; end = path.lastIndexOf('.', end - 1)) {
        addTo(table, path.slice(0, end), { name: path.slice(end), skill });
      }
    }
  }
  return table;
}

/** The first part of a dotted path. */
export function rootOf(path: string): string {
  const dot = path.indexOf('.');
  return dot < 0 ? path : path.slice(0, dot);
}

/** The skills that an import of a path shows, by a table of paths: those of the path, and those above it. */
export function skillsAt(path: string, imports: Signs['imports']): string[] {
  const found: string[] = [];
  for (let end = path.length; end > 0; end = path.lastIndexOf('.', end - 1)) {
    found.push(...(imports.get(path.slice(0, end)) ?? []));
  }
  return found;
}

function codeRule(skill: string, { needle, pattern }: CodeSign, rank: number, ofTests: boolean): CodeRule {
  return { skill, needle, pattern: new RegExp(pattern, 'm'), rank, ofTests };
}

/** Looks up what distributions install, by the catalogue's import names, else by the rule for names. */
function pathsByDistribution(catalogue: Catalogue): Signs['importsOf'] {
  let paths: Map<string, string[]> | undefined;
  return (name) => {
    if (paths === undefined) {
      paths = new Map();
      for (const [path, distributions] of importNames(catalogue).owners) {
        for (const one of distributions) addTo(paths, one, path);
      }
    }
    return paths.get(name) ?? [name.replaceAll(/[-.]/g, '_')];
  };
}

/** Looks a distribution up among names, some of which end with `*`. */
function byPattern(facts: readonly SkillEvidenceFact[]): (name: string) => readonly string[] {
  const exact = new Map<string, string[]>();
  const open: [prefix: string, skill: string][] = [];
  for (const { id, distributions = [] } of facts) {
    for (const name of distributions) {
      if (name.endsWith('*')) open.push([name.slice(0, -1), id]);
      else addTo(exact, name, id);
    }
  }
  return (name) => [
    ...(exact.get(name) ?? []),
    ...open.flatMap(([prefix, skill]) => (name.startsWith(prefix) ? [skill] : [])),
  ];
}

function resourceTable(facts: readonly SkillEvidenceFact[]): Signs['resource'] {
  const kinds = new Map<string, string[]>();
  const types: [RegExp, string][] = [];
  for (const fact of facts) {
    for (const kind of fact.kinds ?? []) addTo(kinds, kind, fact.id);
    for (const type of fact.types ?? []) types.push([new RegExp(`^(?:${type})$`, 'i'), fact.id]);
  }
  const known = new Map<string, readonly string[]>();
  return (type, kind, cloud) => {
    const key = `${type}\0${cloud}`;
    const found = known.get(key) ?? [
      ...new Set([
        ...(kind === null ? [] : [...(kinds.get(kind) ?? []), ...(kinds.get(`${kind}:${cloud}`) ?? [])]),
        ...types.flatMap(([pattern, skill]) => (pattern.test(type) ? [skill] : [])),
      ]),
    ];
    known.set(key, found);
    return found;
  };
}
