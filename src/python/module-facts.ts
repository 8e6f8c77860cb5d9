import type { Range } from '../evidence/place.ts';

/** One name that an import statement asks for. `import a, b` and `from a import b, c` give two each. */
export interface ImportFact {
  /** The dotted module as written; empty in `from . import a`. */
  readonly module: string;
  /** Dots before the module: 0 for an absolute import. */
  readonly level: number;
  /** The name behind `import` in `from a import name`; null in `import a`. */
  readonly name: string | null;
  /** The whole statement. */
  readonly range: Range;
  readonly text: string;
  /** For type checkers only: under `if TYPE_CHECKING`. */
  readonly typeOnly: boolean;
  /** The module goes on without it: in a `try` that catches ImportError, or where the interpreter's version decides. */
  readonly optional: boolean;
  /** In a function: it runs when that is called. */
  readonly deferred: boolean;
}

/** What one module says of itself without being run. It depends on its text alone. */
export interface ModuleFacts {
  /** Names that the module binds at its top level, with the place of the (last) binding. */
  readonly bindings: ReadonlyMap<string, Range>;
  /** Why it may bind more than that (`from x import *`), or null. */
  readonly open: string | null;
  readonly imports: readonly ImportFact[];
  /** Syntax errors, in order. */
  readonly faults: readonly { readonly range: Range; readonly message: string }[];
}
