import type { ImportNames } from '../catalogue/import-names.ts';
import { evidence } from '../evidence/evidence.ts';
import type { ImportFact } from '../python/module-facts.ts';
import type { Modules } from '../python/modules.ts';
import { folderOf, foldersUp } from '../repository/paths.ts';
import type { Repository } from '../repository/repository.ts';
import type { Importer, ImportSighting } from '../skills/libraries/import-sighting.ts';
import type { Project } from '../skills/libraries/projects.ts';

/** What the search for imports needs to know. */
export interface ImportSearch {
  readonly repository: Repository;
  readonly modules: Modules;
  readonly names: ImportNames;
  /** True for a distribution that is looked for. */
  readonly isWanted: (distribution: string) => boolean;
  /** True for one that a manifest declares. */
  readonly isDeclared: (distribution: string) => boolean;
  /** Who imports in a file; null where nobody of the project does. */
  readonly importerOf: (file: string) => Importer | null;
  readonly projectOf: (file: string) => Project;
}

/** Places of one distribution that are enough, in the code of one importer of one project. */
const enough = 3;

/** Files that are parsed at most for a name and each distribution below it, in the code of one importer of one project. */
const mostParsed = 40;

/**
 * Where code imports the distributions that are wanted: a few places for each of them in each project. A byte scan tells
 * which files may; of these, those are parsed that may tell something new.
 */
export function libraryImports(search: ImportSearch): ImportSighting[] {
  const { repository, modules, importerOf, projectOf } = search;
  const wanted = wantedRoots(search);
  const tally = new Tally(wanted);
  const own = ownModules(repository, new Set(wanted.keys()));
  const found: ImportSighting[] = [];
  for (const file of repository.files) {
    const importer = file.endsWith('.py') ? importerOf(file) : null;
    if (importer === null) continue;
    const project = projectOf(file).home ?? folderOf(file);
    const open = [...modules.scan(file)].filter((root) => tally.isOpen(root, project, importer));
    if (open.length === 0) continue;
    const here = sightingsIn(file, project, importer, search, own);
    tally.add(open, project, importer, here);
    found.push(...here);
  }
  return found;
}

/** The first parts of the import paths of what is wanted, with the distributions below each. */
function wantedRoots({ names, isWanted }: ImportSearch): Map<string, Set<string>> {
  const roots = new Map<string, Set<string>>();
  for (const [path, distributions] of names.owners) {
    const wanted = distributions.filter(isWanted);
    if (wanted.length === 0) continue;
    const root = path.split('.', 1)[0] ?? path;
    const known = roots.get(root);
    if (known === undefined) roots.set(root, new Set(wanted));
    else for (const one of wanted) known.add(one);
  }
  return roots;
}

/** Counts what was found, so that a search ends where nothing new can be told. */
class Tally {
  readonly #wanted: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #parsed = new Map<string, number>();
  readonly #found = new Map<string, number>();

  constructor(wanted: ReadonlyMap<string, ReadonlySet<string>>) {
    this.#wanted = wanted;
  }

  isOpen(root: string, project: string, importer: Importer): boolean {
    const distributions = this.#wanted.get(root);
    if (distributions === undefined) return false;
    const most = mostParsed * Math.min(distributions.size, 10);
    if ((this.#parsed.get(key(root, project, importer)) ?? 0) >= most) return false;
    return [...distributions].some((one) => (this.#found.get(key(one, project, importer)) ?? 0) < enough);
  }

  /** Notes that a file was parsed for some names. Where the code goes on without an import, a better place is looked for. */
  add(roots: readonly string[], project: string, importer: Importer, sightings: readonly ImportSighting[]): void {
    for (const root of roots) count(this.#parsed, key(root, project, importer));
    for (const { distribution, optional, deferred } of sightings)
      if (!optional && !deferred) count(this.#found, key(distribution, project, importer));
  }
}

const key = (name: string, project: string, importer: Importer): string => `${name}\n${importer}\n${project}`;

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** One sighting for each distribution that a file imports; a place where it is always imported comes before others. */
function sightingsIn(
  file: string,
  project: string,
  importer: Importer,
  search: ImportSearch,
  own: OwnModules,
): ImportSighting[] {
  const found = new Map<string, ImportSighting>();
  for (const imported of search.modules.get(file)?.imports ?? []) {
    const distribution = distributionOf(imported, file, project, search, own);
    if (distribution === undefined) continue;
    const { range, text, optional, deferred } = imported;
    const before = found.get(distribution);
    if (before !== undefined && !((before.optional || before.deferred) && !optional && !deferred)) continue;
    const place = evidence({ file, ...range }, text);
    found.set(distribution, { distribution, importer, project, optional, deferred, evidence: place });
  }
  return [...found.values()];
}

function distributionOf(
  { module, name, level, typeOnly }: ImportFact,
  file: string,
  project: string,
  { names, isWanted, isDeclared }: ImportSearch,
  own: OwnModules,
): string | undefined {
  if (level > 0 || typeOnly) return undefined;
  const owner = names.ownerOf(name === null || name === '*' ? module : `${module}.${name}`);
  if (owner === undefined) return undefined;
  const distribution = owner.distributions.find(isDeclared) ?? owner.distributions[0];
  if (!isWanted(distribution) || own.shadows(owner.path, file, project, isDeclared(distribution))) return undefined;
  return distribution;
}

/** Modules of the repository that bear names of distributions. */
interface OwnModules {
  /** True if an import of the path in a file may mean one of them; where the distribution is declared, only if it must. */
  shadows(path: string, file: string, project: string, declared: boolean): boolean;
}

function ownModules({ files, has }: Repository, roots: ReadonlySet<string>): OwnModules {
  const named = new Set<string>(); // roots, and what is below them: azure, azure/storage
  const topLevel = new Set<string>();
  for (const file of files) {
    if (!file.endsWith('.py')) continue;
    const parts = file.slice(0, -'.py'.length).split('/');
    if (parts.at(-1) === '__init__') parts.pop();
    for (const [index, part] of parts.entries()) {
      if (!roots.has(part)) continue;
      named.add(part);
      named.add(parts.slice(index, index + 2).join('/'));
      const folder = parts.slice(0, index + 1).join('/');
      const isModule = index <= 1 || index === parts.length - 1 || has(within(folder, '__init__.py'));
      if (isModule && isOnPath(folderOf(folder))) topLevel.add(part);
    }
  }
  return {
    shadows(path, file, project, declared) {
      const [root = path, second] = path.split('.');
      if (!named.has(root) || (second !== undefined && !named.has(`${root}/${second}`))) return false;
      const own = folderOf(file);
      if (!declared) return topLevel.has(root) || (holds(own, root) && within(own, `${root}.py`) !== file);
      return [own, project, '.'].some((folder) => isOnPath(folder) && holds(folder, root));
    },
  };
  /** Of the file's own folder, the project's and the root, those that are no part of a package may stand on Python's path. */
  function isOnPath(folder: string): boolean {
    return !foldersUp(folder).some((one) => has(within(one, '__init__.py')));
  }
  function holds(folder: string, root: string): boolean {
    return [root, `src/${root}`].some(
      (name) => has(within(folder, `${name}.py`)) || has(within(folder, `${name}/__init__.py`)),
    );
  }
}

const within = (folder: string, name: string): string => (folder === '.' ? name : `${folder}/${name}`);
