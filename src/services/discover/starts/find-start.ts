// https://docs.python.org/3/library/sys_path_init.html: a module is found from the folders of Python's path, a script by its path.
import { filesBelow } from '../../../repository/files-below.ts';
import { folderOf, joinPath } from '../../../repository/paths.ts';
import type { Repository } from '../../../repository/repository.ts';
import { isTestModule } from '../apart.ts';
import type { NamedStart } from './start-command.ts';

/** Where the Python that a command names may lie. */
export interface Ground {
  readonly repository: Repository;
  /** Folders of the repository from which modules and paths may be meant, the likeliest first. */
  readonly folders: readonly string[];
  /** What a path of an image is in the repository. */
  readonly locate?: (path: string) => string | undefined;
}

/** A file that is started, and the folder from which its name leads there. */
export interface FoundStart {
  readonly file: string;
  readonly attribute: string | null;
  readonly root: string;
}

/** The file that a command's start means; undefined where the repository does not hold it for sure. */
export function findStart(start: NamedStart, ground: Ground): FoundStart | undefined {
  const { script, module, attribute } = start;
  if (script !== null) {
    const file =
      fileAt(script, ground) ??
      shorterPaths(script)
        .map((path) => onlyFile(path, ground))
        .find(Boolean);
    return file === undefined ? undefined : { file, attribute, root: rootOfScript(file, ground.repository) };
  }
  if (module === null) return undefined;
  return ofModule(module, attribute, ground) ?? ofMember(module, ground);
}

/** A path as it may stand in the repository: of one from the root of an image, any of its ends. */
function shorterPaths(script: string): string[] {
  const path = script.replace(/^(\.{0,2}\/)+/, '');
  if (!script.startsWith('/')) return [path];
  const parts = path.split('/').slice(-10);
  return parts.map((_, at) => parts.slice(at).join('/'));
}

function ofModule(module: string, attribute: string | null, ground: Ground): FoundStart | undefined {
  const path = module.replaceAll('.', '/');
  for (const ending of endingsOf(path, attribute)) {
    const file = fileAt(ending, ground) ?? onlyFile(ending, ground);
    if (file !== undefined) return { file, attribute, root: file === ending ? '.' : file.slice(0, -ending.length - 1) };
  }
  return undefined;
}

/** `celery -A shop.app`: the last part may be the name in the module. */
function ofMember(module: string, ground: Ground): FoundStart | undefined {
  const dot = module.lastIndexOf('.');
  return dot < 0 ? undefined : ofModule(module.slice(0, dot), module.slice(dot + 1), ground);
}

/** The files that a module can be; where it is run as a whole, its `__main__`; where an application is looked for, `celery.py` too. */
function endingsOf(path: string, attribute: string | null): string[] {
  return attribute === null
    ? [`${path}/__main__.py`, `${path}.py`, `${path}/__init__.py`]
    : [`${path}.py`, `${path}/celery.py`, `${path}/__init__.py`];
}

function fileAt(path: string, { repository, folders, locate }: Ground): string | undefined {
  const located = locate?.(path);
  if (located !== undefined && repository.has(located)) return located;
  return folders
    .map((folder) => joinPath(folder, path.replace(/^\/+/, '')))
    .find((file) => file !== undefined && repository.has(file));
}

/** The only file below the first folder whose path ends so. */
function onlyFile(path: string, { repository, folders }: Ground): string | undefined {
  const [home] = folders;
  if (home === undefined || path === '') return undefined;
  const found = filesBelow(repository.files, home).filter((file) => file.endsWith(`/${path}`) && !isTestModule(file));
  return found.length === 1 ? found[0] : undefined;
}

/** The folder of a script, which comes first on Python's path; of one in a package, the folder above the package. */
function rootOfScript(file: string, { has }: Repository): string {
  let folder = folderOf(file);
  while (folder !== '.' && has(`${folder}/__init__.py`)) folder = folderOf(folder);
  return folder;
}
