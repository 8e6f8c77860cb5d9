import type { Repository } from '../repository/repository.ts';
import type { ModuleFacts } from './module-facts.ts';
import { readModule } from './read-module.ts';
import { scanImports } from './scan-imports.ts';

/** The modules of a repository, each read when it is first asked for. */
export interface Modules {
  /** The facts of a file; undefined if it is not there or cannot be read. */
  get(file: string): ModuleFacts | undefined;
  /** The first parts of the modules that a file seems to import, by a byte scan: a superset; empty if it can't be read. */
  scan(file: string): ReadonlySet<string>;
  /** The files that were read or tried so far, with what is wrong with them. */
  readonly faults: readonly { readonly file: string; readonly line: number; readonly message: string }[];
}

/** Keeps facts by the content of a file, so that equal files are read once. */
export type Remember = (bytes: Uint8Array, read: (bytes: Uint8Array) => ModuleFacts) => ModuleFacts;

/** The modules of a repository. `remember` is the cache. */
export function openModules(repository: Repository, remember: Remember): Modules {
  const known = new Map<string, ModuleFacts | undefined>();
  const faults: { file: string; line: number; message: string }[] = [];
  const read = (file: string): ModuleFacts | undefined => {
    if (!repository.has(file)) return undefined;
    const content = repository.read(file);
    if (!content.ok) {
      faults.push({ file, line: 1, message: content.message });
      return undefined;
    }
    if (content.bytes.includes(0)) {
      faults.push({ file, line: 1, message: 'binary file (it has a NUL byte)' });
      return undefined;
    }
    const facts = remember(content.bytes, readModule);
    const [first] = facts.faults;
    if (first !== undefined) faults.push({ file, line: first.range.line, message: first.message });
    return facts;
  };
  const scanned = new Map<string, ReadonlySet<string>>();
  return {
    faults,
    scan(file) {
      let found = scanned.get(file);
      if (found === undefined) {
        const content = repository.read(file);
        found = content.ok ? scanImports(content.bytes) : new Set();
        scanned.set(file, found);
      }
      return found;
    },
    get(file) {
      if (!known.has(file)) known.set(file, read(file));
      return known.get(file);
    },
  };
}
