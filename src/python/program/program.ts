import type { Module } from './module.ts';

/** The modules that one Python process can import: what lies below its code roots. */
export interface Program {
  /** The module that an absolute dotted name names; undefined if it is not in the program. */
  module(name: string): Module | undefined;
  /** The module of a file; undefined if it cannot be read. */
  moduleOf(file: string): Module | undefined;
  /** The absolute dotted name of a module named in `from`; undefined if the dots lead out of the code root. */
  absoluteName(from: Module, level: number, name: string): string | undefined;
  /** The folders in which it looks for modules, in their order: its code roots and what its modules add to `sys.path`. */
  readonly roots: readonly string[];
  /** The modules opened so far, in the order in which they were. */
  readonly opened: readonly Module[];
}
