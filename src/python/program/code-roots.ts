import { folderOf, foldersOf, foldersUp } from '../../repository/paths.ts';
import { within } from './locate.ts';

/** The files of one program, and where it looks for modules. */
export interface ProgramFiles {
  /** Folders in the order of `sys.path`: that of the scripts, or around the packages, then those above it. */
  readonly roots: readonly string[];
  /** Python files, in the order given. */
  readonly files: readonly string[];
}

/**
 * The programs of a repository of which no service is known. A file in a package belongs to the program of the folder
 * around its outermost package, another to that of its own folder: so a repository of packages is one program, one of
 * hundreds of functions hundreds. A program looks in its folder, then in those above it up to the root, and in the `src/`
 * of each.
 *
 * `imports` are the first parts of the names that a file imports; a superset will do. By these, a folder that is no
 * package joins the program that imports it, or from which it imports, unless its files import each other as scripts do.
 */
export function codeRootsOf(
  files: readonly string[],
  imports: (file: string) => ReadonlySet<string>,
): readonly ProgramFiles[] {
  const python = files.filter((file) => /\.pyi?$/.test(file));
  const present = new Set(files);
  const folders = foldersOf(python);
  const homes = new Map<string, Home>();
  for (const [folder, list] of Map.groupBy(python, (file) => homeOf(file, present))) {
    homes.set(folder, {
      folder,
      files: list,
      imports: new Set(list.flatMap((file) => [...imports(file)])),
      offers: new Set(list.map((file) => firstPart(folder, file))),
    });
  }
  return [...joinHomes(homes)].map(([home, list]) => ({ roots: rootsOf(home, folders), files: list }));
}

/** The first part of the name of a file below a folder. */
function firstPart(folder: string, file: string): string {
  const path = folder === '.' ? file : file.slice(folder.length + 1);
  const [first = path] = path.split('/', 1);
  return first.replace(/\.pyi?$/, '');
}

/** Files of folders that are projects, from which modules are imported even if an `__init__.py` lies in them. */
const projectFiles = ['manage.py', 'pyproject.toml', 'requirements.txt', 'setup.py'];

/** The folder from which a file can be imported: around its outermost package in a project. */
function homeOf(file: string, present: ReadonlySet<string>): string {
  let folder = folderOf(file);
  while (folder !== '.' && isPackage(folder, present) && !isProject(folder, present)) folder = folderOf(folder);
  return folder;
}

function isPackage(folder: string, present: ReadonlySet<string>): boolean {
  return present.has(`${folder}/__init__.py`) || present.has(`${folder}/__init__.pyi`);
}

function isProject(folder: string, present: ReadonlySet<string>): boolean {
  return projectFiles.some((name) => present.has(`${folder}/${name}`));
}

function rootsOf(home: string, folders: ReadonlySet<string>): string[] {
  const roots: string[] = [];
  for (const folder of foldersUp(home)) {
    roots.push(folder);
    const source = within(folder, 'src');
    if (folders.has(source)) roots.push(source);
  }
  return [...new Set(roots)];
}

/** The files of a folder from which they are imported. */
interface Home {
  readonly folder: string;
  readonly files: string[];
  /** First parts of what the files import. */
  readonly imports: ReadonlySet<string>;
  /** First parts of the names by which its files can be imported. */
  readonly offers: ReadonlySet<string>;
}

function joinHomes(homes: ReadonlyMap<string, Home>): Map<string, string[]> {
  const joined = new Map<string, string[]>();
  for (const home of homes.values()) {
    let last = home;
    for (let next = joins(last, homes); next !== undefined; next = joins(last, homes)) last = next;
    const list = joined.get(last.folder);
    if (list === undefined) joined.set(last.folder, [...home.files]);
    else list.push(...home.files);
  }
  return joined;
}

/** The program above a folder that it belongs to; undefined if it is one of its own. */
function joins(home: Home, homes: ReadonlyMap<string, Home>): Home | undefined {
  const areScripts = overlap(home.imports, home.offers);
  const [, ...above] = foldersUp(home.folder);
  for (const folder of above) {
    const around = homes.get(folder);
    const way = folder === '.' ? home.folder : home.folder.slice(folder.length + 1);
    const first = way.split('/', 1)[0] ?? way;
    const isNamed = !home.offers.has(first) && (around?.imports.has(first) || home.imports.has(first));
    if (around !== undefined && isNamed) return around;
    if (areScripts) continue;
    for (const offering of [around, homes.get(within(folder, 'src'))]) {
      if (offering === undefined || offering === home) continue;
      if (overlap(home.imports, offering.offers) || offering.offers.has(first)) return offering;
    }
  }
  return undefined;
}

function overlap(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  for (const one of left) if (right.has(one)) return true;
  return false;
}
