import type { Evaluator } from '../python/evaluate/evaluator.ts';
import type { OperationProvider } from '../python/model-provider.ts';
import { type Importers, importedAs } from '../python/program/importers.ts';
import type { Module } from '../python/program/module.ts';
import type { Sources } from '../python/program/sources.ts';
import { type CarrierSeeds, type Carriers, carryingOf } from './carriers/carriers.ts';

/** Where SDK calls are looked for. */
export interface SearchedModules {
  /** Modules that import an SDK, or perform something on an object that they get from another: searched whole. */
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
  const { whole, passing } = searchedFiles(scope);
  const imported = new Set([...passing].flatMap((file) => [...scope.sources.importNames(file)]));
  const fitting = files.filter(
    (file) => !whole.has(file) && imported.has(importedAs(file)) && passesKeywords(scope.sources.bytes(file)),
  );
  const open = (list: readonly string[]): Module[] =>
    list.map((file) => e.program.moduleOf(file)).filter((module) => module !== undefined && !module.isStub) as Module[];
  return { whole: open(files.filter((file) => whole.has(file))), fitting: open(fitting) };
}

interface Searched {
  /** Files that are searched whole. */
  readonly whole: ReadonlySet<string>;
  /** Files that may pass an object to a function of what they import. */
  readonly passing: ReadonlySet<string>;
}

/**
 * The files that import an SDK, and those that perform operations on what they import from these, from those that import
 * from these, and so on. A file that gives more than it seemed when its users were looked at is looked at again.
 */
function searchedFiles(scope: SearchScope): Searched {
  const { e, importers, sources, providers, direct, files } = scope;
  const own = new Set(files);
  const carriers = new Map<string, Carriers>();
  const seeds = seedsOf(e, providers, files, carriers);
  const whole = new Set(direct);
  const passing = new Set(direct);
  const looked = new Map<string, number>();
  const open = [...direct];
  const mayPassOn = passersAmong(scope);
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    const times = (looked.get(file) ?? 0) + 1;
    looked.set(file, times);
    const module = times > mostLooks ? undefined : e.program.moduleOf(file);
    if (module === undefined) continue;
    const users = importers.of(module).filter((user) => own.has(user));
    if (whole.has(file) && users.length === 0 && !mayPassOn(file)) continue;
    const before = new Set(seeds.received.keys());
    const isFollowed = files.length <= mostFollowed && !importers.isApart(file); // what tests pass tells little
    const carrying = carryingOf(module, isFollowed ? seeds : { ...seeds, received: new Map() });
    const names = isFollowed ? [...seeds.received.keys()].filter((name) => !before.has(name)) : [];
    open.push(...names.flatMap((name) => definers(name, importers, sources)));
    if (carrying === undefined) continue;
    if (carrying.performs) whole.add(file);
    if (carrying.passes) passing.add(file);
    const known = carriers.get(module.name);
    if (known !== undefined && known.size === carrying.names.size) continue;
    carriers.set(module.name, carrying.names);
    for (const user of usersOf(users, carrying.names, scope)) open.push(user);
  }
  return { whole, passing };
}

/** A file is looked at again when it imports more carriers than before; in a circle of imports, not for ever. */
const mostLooks = 3;

function seedsOf(
  e: Evaluator,
  providers: readonly OperationProvider[],
  files: readonly string[],
  carriers: ReadonlyMap<string, Carriers>,
): CarrierSeeds {
  const stems = new Set(files.map(importedAs));
  return {
    packages: new Set(providers.flatMap(({ imports, libraries }) => [...imports, ...libraries])),
    carriers,
    attributes: new Map(),
    received: new Map(),
    isObject: (path) =>
      providers.some((provider) => (provider.external(path) ?? provider.annotated?.(path)) !== undefined),
    isOwn: (path) => stems.has(path.slice(path.lastIndexOf('.') + 1)),
    absoluteName: (from, level, name) => e.program.absoluteName(from, level, name),
    isOperation: (name) => providers.some((provider) => provider.isOperation(name, false)),
    isResponding: (name) => providers.some((provider) => provider.isResponding(name)),
  };
}

/** Those users of a module that name one of its carriers, or import all of them without a name. */
function usersOf(users: readonly string[], names: Carriers, { importers, sources }: SearchScope): string[] {
  if (names.size === 0) return [];
  const holders = new Set([...names.keys()].flatMap((name) => importers.holding(name)));
  return users.filter((user) => holders.has(user) || importsAll(sources.bytes(user)));
}

const star = Buffer.from('import *');

function importsAll(bytes: Uint8Array | undefined): boolean {
  return bytes !== undefined && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(star);
}

/** In a larger program it is not followed what modules pass to functions of others: calls tell by their arguments there. */
const mostFollowed = 400;

/** Tells which files are worth a look for what they pass to functions of others: they import modules of the program. */
function passersAmong({ importers, sources, direct, files }: SearchScope): (file: string) => boolean {
  const stems = new Set(files.map(importedAs));
  const own = files.length > mostFollowed ? [] : direct.filter((file) => !importers.isApart(file));
  const passers = new Set(own.filter((file) => [...sources.importNames(file)].some((name) => stems.has(name))));
  return (file) => passers.has(file);
}

const mostDefiners = 12;

/** The files that define a function or class of a name; none of a name that many define. */
function definers(name: string, importers: Importers, sources: Sources): string[] {
  const needles = [`def ${name}(`, `class ${name}(`, `class ${name}:`].map((text) => Buffer.from(text));
  const found = importers.holding(name).filter((file) => {
    const bytes = sources.bytes(file);
    if (bytes === undefined || importers.isApart(file)) return false;
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return needles.some((needle) => buffer.includes(needle));
  });
  return found.length > mostDefiners ? [] : found;
}

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
