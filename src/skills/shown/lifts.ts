import type { Strength } from '../../catalogue/market/skill.ts';
import { baseName, folderOf, isBelow } from '../../repository/paths.ts';
import type { Service } from '../../services/service.ts';
import type { Deployments } from './deployments.ts';
import type { FileRole } from './file-role.ts';

/** Lifts what code shows by where it stands. */
export interface Lifts {
  /** The strength of code that is exercised in a file. */
  of(file: string): Strength;
  /** True if tests import one of these paths, or what is below them. */
  importedByTests(paths: readonly string[]): boolean;
}

/** What is known of a repository beside the code itself. */
interface Around {
  readonly services: readonly Service[];
  readonly deployments: Deployments;
  /** Folders that infrastructure code in other languages ships. */
  readonly assets: ReadonlySet<string>;
  readonly roleOf: (file: string) => FileRole;
  /** The paths that tests import, with what is above each of them. */
  readonly testImports: ReadonlySet<string>;
  /** All files of Python. */
  readonly files: readonly string[];
}

/** Works out which code is deployed by something in the tree, and which is tested. */
export function openLifts({ services, deployments, assets, roleOf, testImports, files }: Around): Lifts {
  const roots = services.flatMap((service) =>
    deployments.isDeployed(service) && service.codeRoot !== null ? [service.codeRoot] : [],
  );
  roots.push(...assets);
  const tests = files.filter((file) => roleOf(file) === 'test');
  const testFolders = new Set(tests.flatMap((file) => foldersOfTests(file)));
  const testNames = new Set(tests.map(baseName));
  const isTested = (file: string): boolean =>
    testFolders.has(folderOf(file)) ||
    testNames.has(`test_${baseName(file)}`) ||
    modulePaths(file).some((path) => testImports.has(path));
  return {
    of(file) {
      if (roleOf(file) !== 'own') return 'exercised';
      if (roots.some((root) => ships(root, file))) return 'deployed';
      return isTested(file) ? 'tested' : 'exercised';
    },
    importedByTests: (wanted) => wanted.some((path) => testImports.has(path)),
  };
}

/** Folders beside the code that is shipped: what drives, checks or documents it. */
const beside =
  /^(?:\.[^/]*|scripts?|tools?|tooling|contrib|utils?|hack|ci|dev|build|notebooks?|infra|infrastructure|terraform|cdk|deploy|deployment|deployments|releasing|changelogs?)\//i;
const atRoot = /^(?:setup|noxfile|tasks|fabfile|conf|locustfile|versioneer|conftest)\.py$/i;

/** True if a file is part of what stands at a code root. */
function ships(root: string, file: string): boolean {
  if (!isBelow(file, root)) return false;
  const rest = root === '.' ? file : file.slice(root.length + 1);
  return !beside.test(rest) && !atRoot.test(rest);
}

/** The folders whose code stands beside a test: its own, or the one around a folder of tests. */
function foldersOfTests(file: string): string[] {
  const folder = folderOf(file);
  const around = /^(.*?)\/?(?:tests?|__tests__)(?:\/|$)/.exec(folder)?.[1];
  if (around === undefined) return [folder];
  return around === '' ? [] : [around];
}

/** The dotted names by which a file may be imported: at least two names, or a module at the root of a path. */
function modulePaths(file: string): string[] {
  const parts = file.replace(/(?:\/__init__)?\.py$/, '').split('/');
  const found: string[] = [];
  for (let first = 0; first < parts.length - 1; first++) found.push(parts.slice(first).join('.'));
  if (parts.length <= 2) found.push(parts.at(-1) ?? '');
  return found;
}
