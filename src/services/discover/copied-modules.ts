// Builds copy shared code beside a function before they pack it: `cp -r ../shared functions/resize/` in a script, a Makefile or
// a pipeline. Only then the function's imports find it.
import { lazy } from '../../evidence/lazy.ts';
import { byCodeUnits } from '../../evidence/order.ts';
import { baseName, folderOf, foldersUp, isBelow, joinPath } from '../../repository/paths.ts';
import type { Repository } from '../../repository/repository.ts';

/** Tells from where a build copies modules to code that imports them. */
export interface CopiedModules {
  /** The folder that holds a module or package of a name, which some build copies; the one nearest to the code. */
  homeOf(name: string, codeRoot: string): string | undefined;
}

/** A copy of a file or folder, or (`inside`) of what a folder holds, as written: from the folder of the file that says so. */
interface Copy {
  readonly from: string;
  readonly source: string;
  readonly inside: boolean;
}

/** What builds of a repository copy. Nothing is read before a name is asked for that is a module of the repository. */
export function copiedModules(repository: Repository): CopiedModules {
  const homes = lazy(() => homesOf(repository.files));
  const copies = lazy(() => copiesIn(repository));
  const copied = new Map<string, readonly string[]>();
  const copiedHomes = (name: string): readonly string[] => {
    let found = copied.get(name);
    if (found === undefined) {
      found = (homes().get(name) ?? []).filter((home) => copies().some((copy) => isOf(copy, home, name)));
      copied.set(name, found);
    }
    return found;
  };
  return {
    homeOf: (name, codeRoot) =>
      copiedHomes(name)
        .filter((home) => !isBelow(home, codeRoot))
        .sort((a, b) => distance(a, codeRoot) - distance(b, codeRoot) || byCodeUnits(a, b))[0],
  };
}

/** The folders in which modules and packages of a name lie. */
function homesOf(files: readonly string[]): Map<string, string[]> {
  const found = new Map<string, Set<string>>();
  const add = (name: string, home: string): void => {
    const homes = found.get(name);
    if (homes === undefined) found.set(name, new Set([home]));
    else homes.add(home);
  };
  for (const file of files) {
    if (!file.endsWith('.py')) continue;
    const folder = folderOf(file);
    add(baseName(file).slice(0, -'.py'.length), folder);
    if (folder !== '.') add(baseName(folder), folderOf(folder));
  }
  return new Map([...found].map(([name, homes]) => [name, [...homes]]));
}

const builds = /(?:^|\/)(?:[^/]*\.(?:sh|bash|ya?ml|mk)|(?:GNU)?[mM]akefile|[jJ]ustfile|package\.json|pyproject\.toml)$/;
const largestBuildBytes = 256 * 1024;
const mostBuilds = 2000;

function copiesIn(repository: Repository): Copy[] {
  const files = repository.files.filter((file) => builds.test(file)).slice(0, mostBuilds);
  return files.flatMap((file) => {
    const content = repository.read(file);
    if (!content.ok || content.bytes.length > largestBuildBytes) return [];
    return copiesOf(Buffer.from(content.bytes).toString('utf8'), folderOf(file));
  });
}

const copyCommand = /(?<![\w./-])(?:cp|rsync)[ \t]+([^\n;&|]{1,500})/g;

/** The sources of the copies in a text. What stands before a variable is not known. */
function copiesOf(text: string, from: string): Copy[] {
  return [...text.matchAll(copyCommand)].flatMap(([, rest = '']) => {
    const words = rest.replaceAll(/["'`]/g, '').trim().split(/\s+/);
    const paths = words.filter((word) => word !== '' && !word.startsWith('-'));
    return paths.slice(0, -1).map((path) => {
      const [, known = path] = /^.*\$(?:\{[^}]*\}|\([^)]*\)|\w+)\/?(.*)$/.exec(path) ?? [];
      const inside = /\/(?:\*|\.)?$/.test(known);
      return { from, source: known.replace(/\/(?:\*|\.)?$/, ''), inside };
    });
  });
}

/** True if a copy takes the module or package that a folder holds along. A path counts from the file's folder or one above. */
function isOf({ from, source, inside }: Copy, home: string, name: string): boolean {
  if (source === '') return false;
  const last = baseName(source);
  const isThing = last === name || last === `${name}.py`;
  const folders = foldersUp(from).map((folder) => joinPath(folder, source));
  if (inside && folders.includes(home)) return true;
  return isThing && folders.some((path) => path !== undefined && folderOf(path) === home);
}

/** How many folders lie between two. */
function distance(one: string, other: string): number {
  const [left, right] = [one, other].map((path) => (path === '.' ? [] : path.split('/')));
  let same = 0;
  while (same < (left?.length ?? 0) && left?.[same] === right?.[same]) same++;
  return (left?.length ?? 0) + (right?.length ?? 0) - 2 * same;
}
