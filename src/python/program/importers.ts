import { folderOf, isBelow } from '../../repository/paths.ts';
import type { Module } from './module.ts';
import type { Program } from './program.ts';
import type { Sources } from './sources.ts';
import { WordIndex } from './word-index.ts';

/** Finds the modules that may use something of another, without parsing the rest: by the words that their files hold. */
export class Importers {
  private readonly program: Program;
  private readonly sources: Sources;
  private readonly files: readonly string[];
  private readonly apart: (file: string) => boolean;
  private readonly knownApart = new Map<string, boolean>();
  private readonly byName = new Map<string, string[]>();
  private readonly holders = new Map<string, readonly string[]>();
  private readonly asked = new Set<string>();
  private readonly users = new Map<Module, readonly string[]>();
  private words: WordIndex | undefined;

  /** `files` are those of the program; those `apart` (tests) are opened for others only where nothing else uses something. */
  constructor(
    program: Program,
    sources: Sources,
    files: readonly string[],
    apart: (file: string) => boolean = () => false,
  ) {
    this.apart = apart;
    this.program = program;
    this.sources = sources;
    this.files = files;
    for (const file of files) {
      for (const name of sources.importNames(file)) {
        const list = this.byName.get(name);
        if (list === undefined) this.byName.set(name, [file]);
        else list.push(file);
      }
    }
  }

  /**
   * The files whose import lines name a module, as far as the last two parts of its name tell; the last alone in the folder
   * of its package, where imports may be relative.
   */
  of(module: Module): readonly string[] {
    let found = this.users.get(module);
    if (found === undefined) this.users.set(module, (found = this.usersOf(module)));
    return found;
  }

  private usersOf({ file, name }: Module): readonly string[] {
    const named = this.byName.get(importedAs(file)) ?? [];
    const [parent] = name.split('.').slice(-2, -1);
    if (parent === undefined) return named;
    const folder = folderAround(file);
    return named.filter((user) => isBelow(user, folder) || this.sources.importNames(user).has(parent));
  }

  /** True for a file apart from the program: a test. */
  isApart(file: string): boolean {
    let found = this.knownApart.get(file);
    if (found === undefined) this.knownApart.set(file, (found = this.apart(file)));
    return found;
  }

  /** The files that hold a word, in their order; seldom one that does not. */
  holding(word: string): readonly string[] {
    let found = this.holders.get(word);
    if (found === undefined) {
      this.words ??= new WordIndex(this.files, (file) => this.sources.bytes(file));
      this.holders.set(word, (found = this.words.holding(word)));
    }
    return found;
  }

  /**
   * Opens the modules that may use a name which a module defines; not those left out. Of a name that is everywhere, those
   * that import the module.
   */
  open(module: Module, name: string, leftOut?: (file: string) => boolean): void {
    const holders = this.holding(name);
    const isCommon = holders.length > mostHolders;
    const isApart = this.isApart(module.file);
    const key = `${leftOut === undefined ? '' : '-'}${isApart ? 'a' : ''}${isCommon ? module.index : ''} ${name}`;
    if (this.asked.has(key)) return;
    this.asked.add(key);
    const importing = isCommon ? new Set(this.of(module)) : undefined;
    const users = holders.filter((file) => importing?.has(file) !== false && leftOut?.(file) !== true);
    const proper = isApart ? users : users.filter((file) => !this.isApart(file));
    const isUsed = proper.some((file) => file !== module.file);
    for (const file of isUsed ? proper : users) this.program.moduleOf(file);
  }
}

const mostHolders = 300;

/** The folder in which relative imports of a file need no other name than its own. */
function folderAround(file: string): string {
  const folder = folderOf(file);
  return /(^|\/)__init__\.pyi?$/.test(file) ? folderOf(folder) : folder;
}

/** The last part of the name by which a file is imported. */
export function importedAs(file: string): string {
  const path = /(^|\/)__init__\.pyi?$/.test(file) ? folderOf(file) : file.replace(/\.pyi?$/, '');
  return path.slice(path.lastIndexOf('/') + 1);
}
