import type { Strength } from '../../catalogue/market/skill.ts';
import { addTo } from '../../evidence/add-to.ts';
import { baseName, folderOf, isBelow } from '../../repository/paths.ts';
import type { Service } from '../../services/service.ts';
import type { Deployments } from './deployments.ts';
import type { FileRole } from './file-role.ts';
import { importClosure } from './import-closure.ts';
import type { ImportLine } from './import-lines.ts';
import type { OwnModules } from './own-modules.ts';

/** Lifts what code shows by where it stands. */
export interface Lifts {
  /** The strength of code that is exercised in a file, for a skill of these limits. */
  of(file: string, limits?: LiftLimits): Strength;
  /** True if tests import one of these paths, or what is below them. */
  importedByTests(paths: readonly string[]): boolean;
}

/** How far a skill can be lifted. */
export interface LiftLimits {
  /** The highest strength that it can have. */
  readonly most?: Strength;
  /** It is about programs that somebody starts: what a function holds of them is not run. */
  readonly programs?: boolean;
}

/** What is known of a repository beside the code itself. */
interface Around {
  readonly services: readonly Service[];
  readonly deployments: Deployments;
  /** Folders of distributions that others install: who imports one may have it from an index. */
  readonly published: ReadonlySet<string>;
  /** Folders that infrastructure code ships in ways of its own, and single files of functions. */
  readonly assets: {
    readonly functions: Iterable<string>;
    readonly images: Iterable<string>;
    readonly handlers: ReadonlySet<string>;
  };
  readonly roleOf: (file: string) => FileRole;
  readonly own: OwnModules;
  /** All files of Python, with what each of them seems to import. */
  readonly imports: ReadonlyMap<string, readonly ImportLine[]>;
}

/** Works out which code is deployed by something in the tree, and which is tested. */
export function openLifts({ services, deployments, published, assets, roleOf, own, imports }: Around): Lifts {
  const shipped = services.filter((service) => deployments.isDeployed(service) && service.codeRoot !== null);
  const inFunctions = [
    ...assets.functions,
    ...shipped.flatMap(({ compute, codeRoot }) => (compute === 'function' ? [codeRoot ?? '.'] : [])),
  ];
  const inPrograms = [
    ...assets.images,
    ...shipped.flatMap(({ compute, codeRoot }) => (compute === 'function' ? [] : [codeRoot ?? '.'])),
  ];
  const inFunction = (file: string): boolean =>
    assets.handlers.has(file) || inFunctions.some((root) => ships(root, file));
  const isPublished = (file: string): boolean => [...published].some((folder) => isBelow(file, folder));
  const ofFunctions = [...imports.keys()].filter((file) => roleOf(file) === 'own' && inFunction(file));
  const carried = importClosure(ofFunctions, imports, own);
  const isShipped = (file: string, { most = 'deployed', programs = false }: LiftLimits): boolean =>
    most === 'deployed' &&
    (inPrograms.some((root) => ships(root, file)) ||
      (!programs && (inFunction(file) || (carried.has(file) && !isPublished(file)))));
  const tests = [...imports.keys()].filter((file) => roleOf(file) === 'test' && !isSettings(file));
  const reached = reachedByTests(tests, imports, own);
  const isNamed = namedByTests(
    tests,
    [...imports.keys()].filter((file) => roleOf(file) === 'own'),
  );
  const testImports = importedPaths(tests, imports);
  const isTested = (file: string): boolean => reached.has(file) || isNamed(file);
  return {
    of(file, limits = {}) {
      if (roleOf(file) !== 'own') return 'exercised';
      if (isShipped(file, limits)) return 'deployed';
      return isTested(file) ? 'tested' : 'exercised';
    },
    importedByTests: (wanted) => wanted.some((path) => testImports.has(path)),
  };
}

/** Folders beside the code that is shipped: what drives, checks or documents it. */
const beside =
  /^(?:\.[^/]*|scripts?|tools?|tooling|contrib|utils?|hack|ci|dev|build|notebooks?|infra|infrastructure|terraform|cdk|deploy|deployment|deployments|releasing|changelogs?)\//i;
const atRoot = /^(?:setup|noxfile|tasks|fabfile|conf|versioneer|conftest)\.py$/i;

/** True if a file is part of what stands at a code root. */
function ships(root: string, file: string): boolean {
  if (!isBelow(file, root)) return false;
  const rest = root === '.' ? file : file.slice(root.length + 1);
  return !beside.test(rest) && !atRoot.test(rest);
}

/** The settings that a framework takes while tests run (`settings/test.py`). */
function isSettings(file: string): boolean {
  return /(?:^|\/)settings\/tests?\.py$/.test(file);
}

/**
 * Tells what tests say by their names that they are of: `test_cart.py` is of the one `cart.py`, or of that which lies in the
 * folder above it or in one that is named in its path; what is in `test_cart/` is of all in `cart/`.
 */
function namedByTests(tests: readonly string[], files: readonly string[]): (file: string) => boolean {
  const named = new Map<string, string[]>();
  const folders = new Set<string>();
  for (const test of tests) {
    const name = /^(?:test_+(.+)|(.+)_test)\.py$/.exec(baseName(test));
    if (name === null) continue;
    addTo(named, name[1] ?? name[2] ?? '', test);
    for (const part of folderOf(test).split('/')) if (part.startsWith('test_')) folders.add(part);
  }
  const alike = Map.groupBy(files, plainName);
  return (file) => {
    const folder = folderOf(file);
    if (folders.has(`test_${baseName(folder)}`)) return true;
    const found = named.get(plainName(file)) ?? [];
    return alike.get(plainName(file))?.length === 1
      ? found.length > 0
      : found.some((test) => isBelow(test, folder) || test.split('/').includes(baseName(folder)));
  };
}

function plainName(file: string): string {
  return baseName(file).replace(/^_+|\.py$/g, '');
}

/** The modules that tests import, those that packages hand on to them, and those beside them that they import. */
function reachedByTests(tests: readonly string[], imports: Around['imports'], own: OwnModules): Set<string> {
  const importedIn = (from: string): string[] =>
    (imports.get(from) ?? []).flatMap(({ path }) => own.locate(path, from)?.file ?? []);
  const besideIn = (from: string): string[] => importedIn(from).filter((file) => isBelow(file, folderOf(from)));
  const reached = new Set(tests.flatMap(importedIn));
  for (const from of reached) {
    if (baseName(from) === '__init__.py') for (const file of besideIn(from)) reached.add(file);
  }
  for (const file of [...reached].flatMap(besideIn)) reached.add(file);
  return reached;
}

/** The absolute paths that files import, with what is above each of them. */
function importedPaths(files: readonly string[], imports: Around['imports']): Set<string> {
  const found = new Set<string>();
  for (const { path } of files.flatMap((file) => imports.get(file) ?? [])) {
    for (let end = path.length; end > 0; end = path.lastIndexOf('.', end - 1)) {
      const above = path.slice(0, end);
      if (found.has(above)) break;
      found.add(above);
    }
  }
  return found;
}
