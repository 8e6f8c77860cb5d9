import { addTo } from '../../evidence/add-to.ts';
import { folderOf, foldersOf, isBelow } from '../../repository/paths.ts';

/** The file that an import names, and the names behind it that are no modules (dotted, empty where it is the module). */
export interface OwnModule {
  readonly file: string;
  readonly rest: string;
}

/** Finds the project's own modules by what imports call them. */
export interface OwnModules {
  /** The module that a dotted path means in a file; undefined for others' modules. */
  locate(path: string, from: string): OwnModule | undefined;
  /** What a relative path is called from outside its package; undefined where none is known. */
  absolute(path: string, from: string): string | undefined;
}

/** Folders in which a library's own package stands, and no part of a namespace that others share. */
const outermost = /^\.$|(?:^|\/)(?:src|lib|python)$/;

/** Folders of one name that are tried. */
const mostRoots = 400;

/**
 * Opens the modules of a repository by its files of Python. Where its paths begin is told by the files: an absolute import
 * begins in a folder that is no package, the longest match, then the nearest; of several that are equally far, none is meant.
 */
export function openOwnModules(files: readonly string[]): OwnModules {
  const known = new Set(files);
  const folders = foldersOf(files);
  const roots = new Map<string, string[]>();
  const addRoot = (path: string, name: string): void => {
    const folder = folderOf(path);
    if (!known.has(inFolder(folder, '__init__.py'))) addTo(roots, name, folder);
  };
  for (const file of known) addRoot(file, file.slice(file.lastIndexOf('/') + 1, -'.py'.length));
  for (const folder of folders) if (folder !== '.') addRoot(folder, folder.slice(folder.lastIndexOf('/') + 1));

  const walk = (start: string, names: readonly string[]): Found | undefined => {
    let folder = start;
    for (const [depth, name] of names.entries()) {
      const next = inFolder(folder, name);
      if (known.has(`${next}.py`)) return found(`${next}.py`, names, depth + 1);
      if (!folders.has(next)) return asPackage(folder, names, depth);
      folder = next;
    }
    return asPackage(folder, names, names.length);
  };
  const asPackage = (folder: string, names: readonly string[], depth: number): Found | undefined => {
    const file = inFolder(folder, '__init__.py');
    return known.has(file) ? found(file, names, depth) : undefined;
  };
  const located = new Map<string, readonly Found[]>();
  /** The modules that an absolute path may mean, all as deep as the deepest. */
  const absoluteAt = (path: string, names: readonly string[]): readonly Found[] => {
    const before = located.get(path);
    if (before !== undefined) return before;
    const all = (roots.get(names[0] ?? '') ?? []).slice(0, mostRoots).flatMap((root) => walk(root, names) ?? []);
    const depth = Math.max(1, ...all.map((one) => one.depth));
    const deepest = all.filter((one) => one.depth === depth);
    located.set(path, deepest);
    return deepest;
  };
  return {
    absolute(path, from) {
      const level = levelOf(path);
      const names = [path.slice(level)];
      let folder = folderAbove(folderOf(from), level - 1);
      for (; known.has(inFolder(folder, '__init__.py')) && folder !== '.'; folder = folderOf(folder)) {
        names.unshift(folder.slice(folder.lastIndexOf('/') + 1));
      }
      return names.length === 1 || !outermost.test(folder) ? undefined : names.join('.');
    },
    locate(path, from) {
      const level = levelOf(path);
      const names = path.slice(level).split('.');
      if (level > 0) return walk(folderAbove(folderOf(from), level - 1), names);
      const [first, ...others] = absoluteAt(path, names);
      let best = first;
      for (const one of others) if (best !== undefined && shared(one.file, from) > shared(best.file, from)) best = one;
      const isTold = best === undefined || others.length === 0 || shared(best.file, from) > 0 || isOutermost(best);
      return isTold ? best : undefined;
    },
  };
}

interface Found extends OwnModule {
  /** How many names led to it. */
  readonly depth: number;
}

function found(file: string, names: readonly string[], depth: number): Found {
  return { file, rest: names.slice(depth).join('.'), depth };
}

function isOutermost({ file, depth }: Found): boolean {
  const module = file.replace(/(?:\/__init__)?\.py$/, '').split('/');
  return outermost.test(module.slice(0, -depth).join('/') || '.');
}

/** How many folders two paths share. */
function shared(one: string, other: string): number {
  let folder = folderOf(one);
  while (!isBelow(other, folder)) folder = folderOf(folder);
  return folder === '.' ? 0 : folder.split('/').length;
}

/** How many dots lead a path. */
function levelOf(path: string): number {
  let level = 0;
  while (path[level] === '.') level++;
  return level;
}

function inFolder(folder: string, name: string): string {
  return folder === '.' ? name : `${folder}/${name}`;
}

function folderAbove(folder: string, levels: number): string {
  let above = folder;
  for (let level = 0; level < levels; level++) above = folderOf(above);
  return above;
}
