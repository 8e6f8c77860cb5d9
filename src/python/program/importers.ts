import { folderOf } from '../../repository/paths.ts';
import type { Module } from './module.ts';
import type { Program } from './program.ts';
import type { Sources } from './sources.ts';
import { wordHash } from './word-filter.ts';

/** Finds the modules that may use something of another, without parsing the rest: by the words that their files hold. */
export class Importers {
  private readonly program: Program;
  private readonly sources: Sources;
  private readonly files: readonly string[];
  private readonly byName = new Map<string, string[]>();
  private readonly holders = new Map<string, readonly string[]>();
  private readonly asked = new Set<string>();

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

  /** Opens the modules that may use a name which a module defines. Of a name that is everywhere, those that import it. */
  open(module: Module, name: string): void {
    if (this.asked.has(name)) return;
    const hash = wordHash(name);
    let holders = this.holders.get(name);
    if (holders === undefined) {
      holders = this.files.filter((file) => this.sources.mayHold(file, hash));
      this.holders.set(name, holders);
    }
    if (holders.length > mostHolders) holders = this.of(module).filter((file) => this.sources.mayHold(file, hash));
    else this.asked.add(name);
    for (const file of holders) this.program.moduleOf(file);
  }

  /** Opens the modules that import another. */
  openAll(module: Module): void {
    for (const file of this.of(module)) this.program.moduleOf(file);
  }
}

const mostHolders = 300;

/** The last part of the name by which a file is imported. */
export function importedAs(file: string): string {
  const path = /(^|\/)__init__\.pyi?$/.test(file) ? folderOf(file) : file.replace(/\.pyi?$/, '');
  return path.slice(path.lastIndexOf('/') + 1);
}
