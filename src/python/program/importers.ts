import { folderOf } from '../../repository/paths.ts';
import type { Module } from './module.ts';
import type { Program } from './program.ts';
import type { Sources } from './sources.ts';
import { wordHash } from './word-filter.ts';

/**
 * Finds the modules that may use something of another, without parsing the rest: those whose import lines name it, or
 * name one that does, and that hold the name in question at all.
 */
export class Importers {
  private readonly program: Program;
  private readonly sources: Sources;
  private readonly files: readonly string[];
  private readonly byName = new Map<string, string[]>();
  private readonly closures = new Map<string, readonly string[]>();
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

  /** Opens the modules that may use a name which a module defines. */
  open(module: Module, name: string): void {
    const files = this.closure(importedAs(module.file));
    const key = files === this.files ? name : `${module.index}.${name}`;
    if (this.asked.has(key) || this.asked.has(name)) return;
    this.asked.add(key);
    const hash = wordHash(name);
    for (const file of files) if (this.sources.mayHold(file, hash)) this.program.moduleOf(file);
  }

  /** Opens the modules that import another. */
  openAll(module: Module): void {
    for (const file of this.of(module)) this.program.moduleOf(file);
  }

  /** The files that import what is imported by a name, directly or by way of others. */
  private closure(start: string): readonly string[] {
    const known = this.closures.get(start);
    if (known !== undefined) return known;
    const names = new Set([start]);
    const found = new Set<string>();
    for (const name of names) {
      for (const file of this.byName.get(name) ?? []) {
        found.add(file);
        names.add(importedAs(file));
      }
    }
    const closure = found.size * 2 > this.files.length ? this.files : [...found];
    this.closures.set(start, closure);
    return closure;
  }
}

/** The last part of the name by which a file is imported. */
function importedAs(file: string): string {
  const path = /(^|\/)__init__\.pyi?$/.test(file) ? folderOf(file) : file.replace(/\.pyi?$/, '');
  return path.slice(path.lastIndexOf('/') + 1);
}
