import type { Evaluator } from '../python/evaluate/evaluator.ts';
import type { OperationProvider } from '../python/model-provider.ts';
import { type Importers, importedAs } from '../python/program/importers.ts';
import type { Module } from '../python/program/module.ts';
import type { Sources } from '../python/program/sources.ts';
import { carriersOf } from './carriers.ts';

/** Where SDK calls are looked for. */
export interface SearchedModules {
  /** Modules that import an SDK, or something of a module through which an SDK's object can be got: searched whole. */
  readonly whole: readonly Module[];
  /** Modules that these import, with calls that look like an SDK's: they may be passed an object. Only such calls count. */
  readonly fitting: readonly Module[];
}

/** What the choice is made from. */
export interface SearchScope {
  readonly e: Evaluator;
  readonly importers: Importers;
  readonly sources: Sources;
  readonly providers: readonly OperationProvider[];
  /** The files of the program. */
  readonly files: readonly string[];
  /** Those of them that import an SDK. */
  readonly direct: readonly string[];
}

/** Chooses the modules to search, so that most of a large program is not even parsed. Stubs are left out. */
export function searchedModules(scope: SearchScope): SearchedModules {
  const { e, files } = scope;
  const whole = wholeFiles(scope);
  const imported = new Set([...whole].flatMap((file) => [...scope.sources.importNames(file)]));
  const fitting = files.filter(
    (file) => !whole.has(file) && imported.has(importedAs(file)) && passesKeywords(scope.sources.bytes(file)),
  );
  const open = (list: readonly string[]): Module[] =>
    list.map((file) => e.program.moduleOf(file)).filter((module) => module !== undefined && !module.isStub) as Module[];
  return { whole: open(files.filter((file) => whole.has(file))), fitting: open(fitting) };
}

/**
 * The files that import an SDK, then those that import a name by which one of these gives an SDK's object, and so on. A
 * file that gives more than it seemed when its users were looked at is looked at again.
 */
function wholeFiles({ e, importers, providers, direct, files }: SearchScope): Set<string> {
  const own = new Set(files);
  const carriers = new Map<string, Set<string>>();
  const seeds = {
    packages: new Set(providers.flatMap((provider) => provider.imports)),
    carriers,
    absoluteName: (from: Module, level: number, name: string) => e.program.absoluteName(from, level, name),
    isOperation: (name: string) => providers.some((provider) => provider.isOperation(name)),
  };
  const found = new Set(direct);
  const looked = new Map<string, number>();
  const open = [...direct];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    const times = (looked.get(file) ?? 0) + 1;
    looked.set(file, times);
    const module = times > mostLooks ? undefined : e.program.moduleOf(file);
    const users = module === undefined ? [] : importers.of(module).filter((user) => own.has(user));
    if (module === undefined || (found.has(file) && users.length === 0)) continue;
    const names = carriersOf(module, seeds);
    if (names === undefined) continue;
    found.add(file);
    const known = carriers.get(module.name);
    if (known !== undefined && known.size === names.size) continue;
    carriers.set(module.name, names);
    const holders = new Set([...names].flatMap((name) => importers.holding(name)));
    for (const user of users) if (holders.has(user)) open.push(user);
  }
  return found;
}

/** A file is looked at again when it imports more carriers than before; in a circle of imports, not for ever. */
const mostLooks = 3;

const [open, equals, newline] = [0x28, 0x3d, 0x0a];

/** True if a file holds a call whose first argument has a name with a capital letter, as the parameters of AWS have. */
function passesKeywords(bytes: Uint8Array | undefined): boolean {
  if (bytes === undefined) return false;
  for (let at = bytes.indexOf(open); at >= 0; at = bytes.indexOf(open, at + 1)) {
    let next = at + 1;
    while (bytes[next] === 0x20 || bytes[next] === newline || bytes[next] === 0x0d || bytes[next] === 0x09) next++;
    const first = bytes[next] ?? 0;
    if (first < 0x41 || first > 0x5a) continue;
    while (isWord(bytes[next] ?? 0)) next++;
    if (bytes[next] === equals && bytes[next + 1] !== equals) return true;
  }
  return false;
}

function isWord(byte: number): boolean {
  return (
    (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x30 && byte <= 0x39) || byte === 0x5f
  );
}
