import { folderOf } from '../../repository/paths.ts';
import type { Module } from './module.ts';
import type { Program } from './program.ts';
import type { Sources } from './sources.ts';
import { WordIndex } from './word-index.ts';

/** Finds the modules that may use something of another, without parsing the rest: by the words that their files hold. */
export class Importers {
  private readonly program: Program;
  private readonly sources: Sources;
  private readonly files: readonly string[];
  private readonly byName = new Map<string, string[]>();
  private readonly holders = new Map<string, readonly string[]>();
  private readonly asked = new Set<string>();
  private words: WordIndex | undefined;

  /** `files` are those of the program. */
  constructor(program: Program, sources: Sources, files: readonly string[]) {
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

  /** The files whose import lines name a module, as far as its last part tells. */
  of(module: Module): readonly string[] {
    return this.byName.get(importedAs(module.file)) ?? [];
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
    const key = `${leftOut === undefined ? '' : '-'}${isCommon ? module.index : ''} ${name}`;
    if (this.asked.has(key)) return;
    this.asked.add(key);
    const users = isCommon ? new Set(this.of(module)) : undefined;
    for (const file of holders) {
      if (users?.has(file) !== false && leftOut?.(file) !== true) this.program.moduleOf(file);
    }
  }
}

const mostHolders = 300;

/** The last part of the name by which a file is imported. */
export function importedAs(file: string): string {
  const path = /(^|\/)__init__\.pyi?$/.test(file) ? folderOf(file) : file.replace(/\.pyi?$/, '');
  return path.slice(path.lastIndexOf('/') + 1);
}
