import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { SecretFormat } from '../../catalogue/dataset.ts';
import { lazy } from '../../evidence/lazy.ts';
import type { Place, Range } from '../../evidence/place.ts';
import type { Parse } from '../../python/program/parse-once.ts';
import { installedFiles } from '../../repository/installed.ts';
import { lineOffset } from '../../services/bind/inline-module.ts';
import { filesRun } from '../../services/bind/unit-modules.ts';
import type { Unit } from '../../services/discover/unit.ts';
import type { Service } from '../../services/service.ts';
import type { Workspace } from '../../services/workspace.ts';
import type {
  BatchUse,
  CodeCall,
  CodeEnvironment,
  CodeHandler,
  CodeImport,
  CodeNeed,
  CodeQuestion,
  CodeSecret,
  ServiceCode,
} from '../../steps/code.ts';
import type { PythonVersion, Tree } from '../../syntax/python/index.ts';
import { awaitedFunctions } from './awaited-functions.ts';
import { batchUse } from './batch-use.ts';
import { type CodeFile, codeFile, fileCalls } from './file-calls.ts';
import { fileEnvironment } from './file-environment.ts';
import { fileHandlers } from './file-handlers.ts';
import { fileImports } from './file-imports.ts';
import { secretsIn } from './file-secrets.ts';
import { openIsCalled } from './is-called.ts';
import { type Mentions, readMentions } from './mentions.ts';
import type { Names } from './names.ts';
import { type Additions, additionsAfter, mayUse, newerLibrary, newerSyntax } from './newer-python.ts';
import { sureFiles } from './sure-files.ts';

/** A file of a service: its bytes and what stands in it, each read once, and shared among services. */
interface ReadFile {
  readonly file: string;
  readonly bytes: Buffer;
  /** The first parts of what it imports, a superset. */
  readonly roots: ReadonlySet<string>;
  readonly tree: () => Tree;
  readonly names: () => Names;
  readonly mentions: () => Mentions;
  readonly calls: () => readonly CodeCall[];
  readonly handlers: () => readonly CodeHandler[];
  readonly batch: (entry: string) => BatchUse | undefined;
  readonly imports: () => readonly CodeImport[];
  readonly newerPython: (additions: Additions, python: PythonVersion) => readonly CodeNeed[];
  readonly environment: (started: ReadonlySet<string>) => CodeEnvironment;
  readonly secrets: () => readonly CodeSecret[];
}

/**
 * What the code of services says by its syntax. A file is read when a check asks for it, and parsed when it holds what is
 * asked for; for secrets only those that may hold one are read.
 */
export function serviceCode(
  units: readonly Unit[],
  workspace: Workspace,
  parse: Parse,
  mayHoldSecret: (file: string) => boolean,
): (service: Service) => ServiceCode {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const files = new Map<string, ReadFile | undefined>();
  const known = new Map<string, ServiceCode>();
  const formats = lazy(() => workspace.catalogue.load('secret-formats').facts);
  const isInstalled = lazy(() => installedFiles(workspace.repository));
  const open = (file: string): ReadFile | undefined => {
    if (!files.has(file)) files.set(file, openFile(file, workspace, parse, formats, mayHoldSecret));
    return files.get(file);
  };
  return (service) => {
    let code = known.get(service.id);
    if (code === undefined) {
      const unit = byId.get(service.id);
      code = unit === undefined ? nothing : codeOf(unit, service, workspace, parse, open, formats, isInstalled);
      known.set(service.id, code);
    }
    return code;
  };
}

const nothing: ServiceCode = {
  unread: null,
  calls: () => [],
  isCalled: () => true,
  holdsLoop: ({ holdsLoop }) => holdsLoop,
  handlers: () => [],
  batches: () => [],
  imports: () => [],
  newerThan: () => [],
  environment: () => ({ reads: [], handled: new Set(), loads: false }),
  holding: () => undefined,
  secrets: () => [],
};

function codeOf(
  unit: Unit,
  { entryPoints }: Service,
  workspace: Workspace,
  parse: Parse,
  open: (file: string) => ReadFile | undefined,
  formats: () => readonly SecretFormat[],
  isInstalled: () => (file: string) => boolean,
): ServiceCode {
  const { code } = unit;
  if (code.kind === 'elsewhere') {
    return { ...nothing, unread: { reason: code.reason, detail: code.detail, evidence: code.evidence } };
  }
  const files = lazy((): readonly ReadFile[] => {
    if (code.kind === 'inline') {
      const offset = lineOffset(code);
      const moved = (range: Range): Place => ({
        ...range,
        file: code.place.file,
        line: range.line + offset,
        endLine: range.endLine + offset,
      });
      return [readFile(unit.id, Buffer.from(code.text), allRoots, parse, formats, moved)];
    }
    const found = entryPoints.filter((entry) => entry.found);
    return filesRun(unit, code.folder, found, workspace, () => true)
      .filter((file) => !isInstalled()(file))
      .flatMap((file) => open(file) ?? []);
  });
  const fitting = ({ packages, needles }: CodeQuestion): ReadFile[] =>
    files().filter(
      ({ roots, bytes }) =>
        (packages.length === 0 || roots === allRoots || packages.some((name) => roots.has(name))) &&
        (needles.length === 0 || needles.some((needle) => bytes.includes(needle))),
    );
  const started = new Map<string, Set<string>>();
  for (const entry of entryPoints) {
    if (entry.found) started.set(entry.file, (started.get(entry.file) ?? new Set()).add(entry.function));
  }
  const awaited = lazy(() => awaitedFunctions(files()));
  const isSeen = entryPoints.every(({ found }) => found);
  return {
    unread: null,
    isCalled: openIsCalled(files, isSeen ? started : new Map()),
    holdsLoop: ({ holdsLoop, waitsIn, place }) =>
      holdsLoop || (waitsIn !== null && awaited().get(place.file)?.has(waitsIn) === true),
    calls: (question) => fitting(question).flatMap((file) => file.calls()),
    handlers: (question) => fitting(question).flatMap((file) => file.handlers()),
    batches: lazy(() =>
      files().flatMap(({ file, batch }) => [...(started.get(file) ?? [])].flatMap((entry) => batch(entry) ?? [])),
    ),
    imports: () => files().flatMap((file) => file.imports()),
    newerThan: (python) => {
      const version = versionOf(python);
      if (version === undefined || code.kind !== 'folder') return [];
      const sure = sureFiles(entryPoints, code.folder, workspace);
      return files().flatMap((file) =>
        sure.has(file.file) ? file.newerPython(additionsOf(workspace, version), version) : [],
      );
    },
    environment: lazy(() =>
      joinedEnvironment(
        fitting({ packages: [], needles: ['environ', 'getenv', 'dotenv'] }).map((read) =>
          read.environment(started.get(read.file) ?? new Set()),
        ),
      ),
    ),
    holding: (texts, packages = []) => fitting({ packages, needles: texts })[0]?.file,
    secrets: () => files().flatMap((file) => file.secrets()),
  };
}

function joinedEnvironment(files: readonly CodeEnvironment[]): CodeEnvironment {
  return {
    reads: files.flatMap(({ reads }) => reads),
    handled: new Set(files.flatMap(({ handled }) => [...handled])),
    loads: files.some(({ loads }) => loads),
  };
}

function versionOf(text: string): PythonVersion | undefined {
  const [, major, minor] = /^(\d+)\.(\d+)$/.exec(text) ?? [];
  return major === undefined || minor === undefined ? undefined : [Number(major), Number(minor)];
}

const additions = new WeakMap<Catalogue, Map<string, Additions>>();

function additionsOf({ catalogue }: Workspace, python: PythonVersion): Additions {
  const known = additions.get(catalogue) ?? new Map<string, Additions>();
  additions.set(catalogue, known);
  let after = known.get(python.join('.'));
  if (after === undefined) {
    const { facts } = catalogue.load('python/stdlib-additions');
    const all = facts.flatMap(({ id, since, names }) => [
      ...pathsSince(since, [id]),
      ...Object.entries(names).flatMap(([version, list]) =>
        pathsSince(
          version,
          list.split(' ').map((name) => `${id}.${name}`),
        ),
      ),
    ]);
    after = additionsAfter(python, new Map(all));
    known.set(python.join('.'), after);
  }
  return after;
}

function pathsSince(since: string | null, paths: readonly string[]): [string, PythonVersion][] {
  const version = since === null ? undefined : versionOf(since);
  return version === undefined ? [] : paths.map((path) => [path, version]);
}

/** Of code in a template it was not looked what it imports. */
const allRoots: ReadonlySet<string> = new Set();

function openFile(
  file: string,
  { repository, modules }: Workspace,
  parse: Parse,
  formats: () => readonly SecretFormat[],
  mayHoldSecret: (file: string) => boolean,
): ReadFile | undefined {
  const roots = modules.scan(file);
  const bytes = lazy((): Buffer => {
    const content = repository.read(file);
    if (!content.ok || content.bytes.includes(0)) return Buffer.alloc(0);
    return Buffer.from(content.bytes.buffer, content.bytes.byteOffset, content.bytes.byteLength);
  });
  const own = mayHoldSecret(file) ? formats : () => [];
  return readFile(file, bytes, roots, parse, own, (range) => ({ file, ...range }));
}

function readFile(
  file: string,
  content: Buffer | (() => Buffer),
  roots: ReadonlySet<string>,
  parse: Parse,
  formats: () => readonly SecretFormat[],
  placeOf: (range: Range) => Place,
): ReadFile {
  const bytes = typeof content === 'function' ? content : () => content;
  const tree = lazy(() => parse(bytes()));
  const code = lazy((): CodeFile => codeFile(tree(), placeOf));
  return {
    file,
    roots,
    get bytes() {
      return bytes();
    },
    tree,
    names: () => code().names,
    mentions: lazy(() => readMentions(tree())),
    calls: lazy(() => fileCalls(code())),
    handlers: lazy(() => fileHandlers(code())),
    batch: (entry) => batchUse(code(), entry),
    imports: lazy(() => fileImports(code())),
    newerPython: (after, python) => [
      ...newerSyntax({ tree: tree(), placeOf }, python),
      ...(mayUse(after, roots, bytes()) ? newerLibrary(code(), after) : []),
    ],
    environment: (started) => fileEnvironment(code(), started),
    secrets: lazy(() => {
      const all = formats();
      const own = all.length === 0 ? [] : all.filter(({ needle }) => bytes().includes(needle));
      if (own.length === 0) return [];
      return secretsIn(bytes().toString('utf8'), own).map(({ range, ...rest }) => ({ ...rest, place: placeOf(range) }));
    }),
  };
}
