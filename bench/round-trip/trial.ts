import type { TextEdit } from '../../src/syntax/edit.ts';

/** One random edit: what it was to do, what came of it, and the stretch of the text that it may touch. */
export interface Trial {
  readonly what: string;
  readonly kind: 'set' | 'insert' | 'remove';
  /** Undefined where the edit was refused. */
  readonly edits: readonly TextEdit[] | undefined;
  readonly start: number;
  readonly end: number;
  /** Where else it may: at what holds the only entry, which becomes empty. */
  readonly holder: number | undefined;
}
