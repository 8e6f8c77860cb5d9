import type { FileContent, Repository } from '../repository/repository.ts';
import type { Onlooker } from '../repository/survey.ts';
import type { ModuleFacts } from './module-facts.ts';
import type { Parse } from './program/parse-once.ts';
import { readModule } from './read-module.ts';
import { scanImports } from './scan-imports.ts';

/** What is wrong with a file: it cannot be read, or from a line on. */
export interface ModuleFault {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** The modules of a repository, each read when it is first asked for. */
export interface Modules {
  /** The facts of a file; undefined if it is not there or cannot be read. */
  get(file: string): ModuleFacts | undefined;
  /** The first parts of the modules that a file seems to import, by a byte scan: a superset; empty if it can't be read. */
  scan(file: string): ReadonlySet<string>;
  /** Scans Python files while somebody goes over the repository, so that they are not read for that again. */
  readonly onlooker: Onlooker;
  /** What is wrong with the files that were asked for so far, one fault each. */
  readonly faults: readonly ModuleFault[];
}

/** Keeps facts by the content of a file, so that equal files are read once. */
export type Remember = (bytes: Uint8Array, read: (bytes: Uint8Array) => ModuleFacts) => ModuleFacts;

/** The modules of a repository. `remember` is the cache; `parse` may keep trees for others who ask for them. */
export function openModules(repository: Repository, remember: Remember, parse?: Parse): Modules {
  const facts = new Map<string, ModuleFacts | undefined>();
  const scanned = new Map<string, ReadonlySet<string>>();
  const faults = new Map<string, ModuleFault>();
  const note = (file: string, line: number, message: string): void => {
    if (!faults.has(file)) faults.set(file, { file, line, message });
  };
  const bytesIn = (file: string, content: FileContent): Uint8Array | undefined => {
    const message = content.ok
      ? content.bytes.includes(0)
        ? 'binary file (it has a NUL byte)'
        : undefined
      : content.message;
    if (message !== undefined) note(file, 1, message);
    return content.ok && message === undefined ? content.bytes : undefined;
  };
  const bytesOf = (file: string): Uint8Array | undefined =>
    repository.has(file) ? bytesIn(file, repository.read(file)) : undefined;
  const scan = (file: string, bytes: Uint8Array | undefined): ReadonlySet<string> => {
    const found: ReadonlySet<string> = bytes === undefined ? new Set() : scanImports(bytes);
    scanned.set(file, found);
    return found;
  };
  const read = (file: string): ModuleFacts | undefined => {
    const bytes = bytesOf(file);
    if (bytes === undefined) return undefined;
    const found = remember(bytes, (content) => readModule(content, parse));
    const [first] = found.faults;
    if (first !== undefined) note(file, first.range.line, first.message);
    return found;
  };
  return {
    get faults() {
      return [...faults.values()];
    },
    scan: (file) => scanned.get(file) ?? scan(file, bytesOf(file)),
    onlooker: {
      wants: (file) => file.endsWith('.py'),
      see: (file, content) => scan(file, bytesIn(file, content)),
    },
    get(file) {
      if (!facts.has(file)) facts.set(file, read(file));
      return facts.get(file);
    },
  };
}
