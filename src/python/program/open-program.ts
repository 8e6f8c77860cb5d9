// https://docs.python.org/3/reference/import.html
import { folderOf, isBelow } from '../../repository/paths.ts';
import { parseModule } from '../../syntax/python/index.ts';
import { openScopes } from '../scopes/open-scopes.ts';
import { type Located, locate, within } from './locate.ts';
import type { Module } from './module.ts';
import { pathChanges } from './path-changes.ts';
import type { Program } from './program.ts';
import type { Sources } from './sources.ts';

/** The longest dotted name that is looked for, in characters. */
const longestName = 1000;

const empty = parseModule(new Uint8Array());

/**
 * The program whose modules lie below `roots`: folders of the repository (`.` is its root) in the order of `sys.path`.
 * Constant changes of `sys.path` that its modules make when they are imported add to them, from when they are opened.
 */
export function openProgram(sources: Sources, roots: readonly string[]): Program {
  return new LazyProgram(sources, roots);
}

class LazyProgram implements Program {
  readonly opened: Module[] = [];
  readonly roots: string[];
  private readonly sources: Sources;
  private readonly byName = new Map<string, Module>();
  private readonly byFile = new Map<string, Module>();
  private readonly missing = new Set<string>();
  /** Where the modules in a package are looked for. */
  private readonly folders = new Map<Module, readonly string[]>();

  constructor(sources: Sources, roots: readonly string[]) {
    this.sources = sources;
    this.roots = [...new Set(roots)];
  }

  module(name: string): Module | undefined {
    const known = this.byName.get(name);
    if (known !== undefined || this.missing.has(name)) return known;
    const found = this.find(name);
    if (found === undefined) this.missing.add(name);
    else this.byName.set(name, found);
    return found;
  }

  private find(name: string): Module | undefined {
    const dot = name.lastIndexOf('.');
    const last = name.slice(dot + 1);
    if (last === '' || name.length > longestName) return undefined;
    let folders: readonly string[] | undefined = this.roots;
    if (dot >= 0) {
      const parent = this.module(name.slice(0, dot));
      folders = parent && this.folders.get(parent);
    }
    const located = folders && locate(this.sources, folders, last);
    return located && (this.byFile.get(located.file) ?? this.open(name, located));
  }

  private open(name: string, located: Located): Module | undefined {
    const { file, isStub } = located;
    const isNamespace = located.kind === 'namespace';
    const tree = isNamespace ? empty : this.sources.tree(file);
    if (tree === undefined) return undefined;
    const isPackage = located.kind !== 'module';
    const index = this.opened.length;
    const module: Module = { index, file, name, isPackage, isStub, isNamespace, tree, scopes: openScopes(tree) };
    this.opened.push(module);
    this.byFile.set(file, module);
    this.folders.set(module, located.folders);
    if (!isNamespace) this.changePath(module);
    return module;
  }

  private changePath(module: Module): void {
    for (const { folder, first } of pathChanges(module, this.roots, this.sources)) {
      if (first) this.roots.unshift(folder);
      else this.roots.push(folder);
      this.missing.clear();
    }
  }

  moduleOf(file: string): Module | undefined {
    const known = this.byFile.get(file);
    if (known !== undefined || !this.sources.has(file)) return known;
    const name = this.nameOf(file);
    const named = this.module(name);
    if (named?.file === file) return named;
    return this.open(name, alone(file)); // something else has its name, and is imported in its stead
  }

  /** The dotted name of a file from its nearest root. A file below none of them adds the folder around its package. */
  private nameOf(file: string): string {
    let nearest: string | undefined;
    for (const root of this.roots) {
      if (isBelow(file, root) && (nearest === undefined || isBelow(root, nearest))) nearest = root;
    }
    if (nearest === undefined) {
      nearest = this.folderAroundPackage(folderOf(file));
      this.roots.push(nearest);
      this.missing.clear();
    }
    const path = nearest === '.' ? file : file.slice(nearest.length + 1);
    const name = path.replace(/\.pyi?$/, '').replaceAll('/', '.');
    return name === '__init__' ? name : name.replace(/\.__init__$/, '');
  }

  private folderAroundPackage(folder: string): string {
    let around = folder;
    while (around !== '.' && this.sources.has(within(around, '__init__.py'))) around = folderOf(around);
    return around;
  }

  /**
   * A module right below a root has no package, and Python refuses its relative imports; here they are looked for beside
   * it, since the root may be a guess.
   */
  absoluteName(from: Module, level: number, name: string): string | undefined {
    if (level === 0) return name;
    const parts = from.name.split('.');
    const up = from.isPackage ? level - 1 : level;
    if (up > parts.length) return undefined;
    const base = parts.slice(0, parts.length - up);
    if (name !== '') base.push(name);
    return base.length === 0 ? undefined : base.join('.');
  }
}

/** A file that no name finds. */
function alone(file: string): Located {
  const isPackage = /(^|\/)__init__\.pyi?$/.test(file);
  return {
    kind: isPackage ? 'package' : 'module',
    file,
    folders: isPackage ? [folderOf(file)] : [],
    isStub: file.endsWith('.pyi'),
  };
}
