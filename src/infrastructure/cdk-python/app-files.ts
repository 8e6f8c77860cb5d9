// https://docs.aws.amazon.com/cdk/v2/guide/projects.html
import { installedFiles } from '../../repository/installed.ts';
import { folderOf, foldersUp, isBelow, joinPath } from '../../repository/paths.ts';
import type { Repository } from '../../repository/repository.ts';
import { mayBeOfApp } from './candidacy.ts';

/** One app: a folder whose files are run together. */
export interface AppFiles {
  /** The folder in which the app is started: that of `cdk.json`. */
  readonly folder: string;
  /** The file that `cdk.json` starts; null where it does not say, or another language's. */
  readonly script: string | null;
  /** What `cdk.json` says under `context`. */
  readonly context: Readonly<Record<string, unknown>>;
  /** The files that name the library. */
  readonly files: readonly string[];
  /** All Python files that it may import. */
  readonly python: readonly string[];
}

/** The apps of a repository, by the files that name the library. */
export function appsOf(repository: Repository, naming: readonly string[]): AppFiles[] {
  if (naming.length === 0) return [];
  const isInstalled = installedFiles(repository);
  const python = repository.files.filter((file) => mayBeOfApp(file) && !isInstalled(file));
  const own = naming.filter((file) => !isInstalled(file));
  const folders = new Set(own.map(folderOf));
  const apps = Map.groupBy(own, (file) => appFolder(repository, file, folders));
  return [...apps].map(([folder, files]) => {
    const started = startOf(repository, folder);
    const below = python.filter((file) => isBelow(file, folder));
    return { folder, ...started, files, python: below };
  });
}

/** The nearest folder with a `cdk.json`; without one the outermost that holds files of the library without a gap. */
function appFolder(repository: Repository, file: string, folders: ReadonlySet<string>): string {
  const folder = folderOf(file);
  const up = foldersUp(folder);
  const configured = up.find((one) => repository.has(within(one, 'cdk.json')));
  if (configured !== undefined) return configured;
  const started = up.find((one) => repository.has(within(one, 'app.py')));
  if (started !== undefined) return started;
  let outermost = folder;
  for (const one of up.slice(1)) {
    if (!folders.has(one) && !repository.has(within(outermost, '__init__.py'))) break;
    outermost = one;
  }
  return outermost;
}

function within(folder: string, name: string): string {
  return folder === '.' ? name : `${folder}/${name}`;
}

/** What `cdk.json` says: its `app` is a command such as `python3 app.py` or `python -m infra.app`. */
function startOf(repository: Repository, folder: string): Pick<AppFiles, 'script' | 'context'> {
  const text = repository.has(within(folder, 'cdk.json')) ? repository.readText(within(folder, 'cdk.json')) : undefined;
  const read = text?.ok === true ? parsed(text.text) : {};
  const command = typeof read['app'] === 'string' ? read['app'] : 'app.py';
  const path =
    /([\w./-]+\.py)\b/.exec(command)?.[1] ?? /-m\s+([\w.]+)/.exec(command)?.[1]?.replaceAll('.', '/').concat('.py');
  const script = path === undefined ? undefined : joinPath(folder, path);
  return { script: script !== undefined && repository.has(script) ? script : null, context: objectOf(read['context']) };
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    return objectOf(JSON.parse(text));
  } catch {
    return {}; // a broken cdk.json says nothing; the app is read without it
  }
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

/** A path as a folder's files would write it: relative, with `..` where it leads up. */
export function relativePath(from: string, path: string): string {
  const [start, end] = [from, path].map((one) => (one === '.' ? [] : one.split('/')));
  let same = 0;
  while (same < (start?.length ?? 0) && start?.[same] === end?.[same]) same++;
  const steps = [...(start ?? []).slice(same).map(() => '..'), ...(end ?? []).slice(same)];
  return steps.length === 0 ? '.' : steps.join('/');
}
