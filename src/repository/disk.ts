import {
  closeSync,
  type Dirent,
  existsSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
} from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { UsageError } from '../evidence/errors.ts';
import { byCodeUnits } from '../evidence/order.ts';
import { IgnoreRules, isForeignFolder } from './ignore-rules.ts';
import { type FileContent, largestFileBytes, type Repository, tooLarge, type UnreadableFile } from './repository.ts';
import { snapshot } from './snapshot.ts';
import { type Stamp, stampOf } from './stamp.ts';

/** Entries that one repository may have before listing stops: a guard, far above any real repository. */
const mostFiles = 2_000_000;

/**
 * Opens a folder as a repository: lists its files once, by the ignore rules of git. Symbolic links are left out, be they
 * files or folders. Inside a larger checkout the ignore files above the folder hold too.
 * `shownAs` is what messages call it.
 * @throws UsageError if the path does not exist, is not a folder, or cannot be listed.
 */
export function openRepository(path: string, shownAs: string = path): Repository {
  const root = resolve(path);
  const found = lookAt(root);
  if (found === 'missing') throw new UsageError(`${shownAs} does not exist: give the folder of a repository.`);
  if (found === 'file' || found === 'other')
    throw new UsageError(`${shownAs} is a file: give the folder that holds it.`);
  if (typeof found !== 'string') throw new UsageError(`${shownAs} ${found.message}: give a folder that you may read.`);
  const { files, links, unreadable } = list(root);
  const refusal = unreadable.find(({ file }) => file === '.');
  if (refusal !== undefined && files.length === 0)
    throw new UsageError(`${shownAs} ${refusal.message}: give a folder that you may read.`);
  const disk = { root, stamp: (file: string) => stampAt(`${root}/${file}`) };
  const scratch = new Scratch();
  const read = (file: string): FileContent => readBounded(`${root}/${file}`);
  const glance = (file: string): FileContent => readBounded(`${root}/${file}`, (size) => scratch.room(size));
  return { ...snapshot(files, { links, unreadable }, read, glance), disk };
}

/** Memory that is used again for each file that is only glanced at. */
class Scratch {
  #bytes = new Uint8Array(64 * 1024);

  /** Room for so many bytes; what was there before is lost. */
  room(size: number): Uint8Array {
    if (size > this.#bytes.length) this.#bytes = new Uint8Array(2 * size);
    return this.#bytes;
  }
}

function stampAt(path: string): Stamp | undefined {
  try {
    return stampOf(statSync(path));
  } catch {
    return undefined;
  }
}

/** The content of a file that a person names, whatever ignore rules say; undefined if the path is no file. */
export function readFile(path: string): FileContent | undefined {
  const found = lookAt(path);
  if (found === 'file') return readBounded(path);
  return typeof found === 'string' ? undefined : { ok: false, message: found.message };
}

/** True if something stands at a path that a person names. */
export function isThere(path: string): boolean {
  return lookAt(path) !== 'missing';
}

/** True if a path that a person names is a folder. */
export function isFolder(path: string): boolean {
  return lookAt(path) === 'folder';
}

/** What stands at a path that a person names, or why that cannot be told (no permission, a circle of links). */
function lookAt(path: string): 'missing' | 'folder' | 'file' | 'other' | { readonly message: string } {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return 'missing';
    return stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : 'other';
  } catch (error) {
    return { message: reasonOf(error) };
  }
}

interface Listing {
  readonly files: string[];
  readonly links: Set<string>;
  readonly unreadable: UnreadableFile[];
  ignoreLines: number;
}

function list(root: string): Listing {
  const listing: Listing = { files: [], links: new Set(), unreadable: [], ignoreLines: 0 };
  const { rules, prefix } = rulesAbove(root);
  walk(root, '', rules, prefix, listing);
  listing.files.sort(byCodeUnits);
  return listing;
}

function walk(root: string, folder: string, inherited: IgnoreRules, prefix: string, listing: Listing): void {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder === '' ? root : `${root}/${folder}`, { withFileTypes: true });
  } catch (error) {
    listing.unreadable.push({ file: folder || '.', message: reasonOf(error) });
    return;
  }
  if (folder !== '' && entries.some((entry) => entry.name === 'pyvenv.cfg')) return; // a virtual environment (PEP 405)
  const below = folder === '' ? '' : `${folder}/`;
  const hasOwn = entries.some((entry) => entry.name === '.gitignore' && entry.isFile());
  const own = hasOwn ? readIgnoreFile(root, `${below}.gitignore`, inherited, listing) : undefined;
  const rules = own === undefined ? inherited : inherited.with(`${prefix}${folder}`.replace(/\/$/, ''), own);
  for (const entry of entries) {
    if (listing.files.length >= mostFiles) {
      listing.unreadable.push({ file: folder || '.', message: `not listed: more than ${mostFiles} files` });
      return;
    }
    const path = below + entry.name;
    if (entry.isDirectory()) {
      if (isForeignFolder(entry.name) || rules.ignores(prefix + path, true)) continue;
      walk(root, path, rules, prefix, listing);
    } else if (entry.isSymbolicLink()) listing.links.add(path);
    else if (entry.isFile() && !rules.ignores(prefix + path, false)) listing.files.push(path);
  }
}

/** Lines of ignore files, those inherited counted in each folder, that are taken in: a guard, far above any real tree. */
const mostIgnoreLines = 3_000_000;

/** The text of an ignore file, unless the ignore files of the repository are more than anybody writes. */
function readIgnoreFile(root: string, path: string, inherited: IgnoreRules, listing: Listing): string | undefined {
  const content = readBounded(`${root}/${path}`);
  const text = content.ok ? new TextDecoder().decode(content.bytes) : '';
  listing.ignoreLines += inherited.size + text.split('\n').length;
  if (listing.ignoreLines <= mostIgnoreLines) return text;
  listing.unreadable.push({ file: path, message: 'not read: the ignore files of this repository have too many lines' });
  return undefined;
}

const noRules = { rules: new IgnoreRules(), prefix: '' };

/**
 * The rules of the checkout that holds `root`, from its top down to the folder above `root`, and root's path in it.
 * A folder that those rules ignore was asked for by name, so they do not hold for it.
 */
function rulesAbove(root: string): { rules: IgnoreRules; prefix: string } {
  const top = checkoutTop(root);
  if (top === undefined) return noRules;
  const inside = relative(top, root).split(sep).filter(Boolean);
  let rules = new IgnoreRules();
  const exclude = readText(join(top, '.git', 'info', 'exclude'));
  if (exclude !== undefined) rules = rules.with('', exclude);
  for (let depth = 0; depth < inside.length; depth++) {
    const text = readText(join(top, ...inside.slice(0, depth), '.gitignore'));
    if (text !== undefined) rules = rules.with(inside.slice(0, depth).join('/'), text);
  }
  if (inside.length === 0) return { rules, prefix: '' };
  const ignored = inside.some((_, depth) => rules.ignores(inside.slice(0, depth + 1).join('/'), true));
  return ignored ? noRules : { rules, prefix: `${inside.join('/')}/` };
}

function checkoutTop(root: string): string | undefined {
  for (let folder = root; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function readBounded(path: string, room = (size: number): Uint8Array => new Uint8Array(size)): FileContent {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const stats = fstatSync(file);
    const { size } = stats;
    const stamp = stampOf(stats);
    if (size > largestFileBytes) return { ok: false, message: tooLarge, stamp };
    const bytes = room(size);
    const count = size === 0 ? 0 : readSync(file, bytes, 0, size, 0);
    return { ok: true, bytes: count === bytes.length ? bytes : bytes.subarray(0, count), stamp };
  } catch (error) {
    return { ok: false, message: reasonOf(error) };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
};

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
  return `cannot be read (${reasons[code] ?? code})`;
}
