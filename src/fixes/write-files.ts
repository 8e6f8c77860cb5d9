import {
  closeSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';

/** A file that is to be changed: its bytes as they were read, and as they are to be. */
export interface FileChange {
  /** Relative to the root, with `/`. */
  readonly file: string;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/**
 * Writes files below a folder, all of them or none: each beside its place first, then all are moved there. Modes are kept.
 * Undefined when it is done, else why nothing was: a file is no longer as it was read, is a link or lies behind one, or
 * cannot be written.
 */
export function writeFiles(root: string, changes: readonly FileChange[]): string | undefined {
  const staged: Staged[] = [];
  const moved: Staged[] = [];
  try {
    const top = realpathSync(root);
    for (const change of changes) staged.push(stage(top, change));
    for (const one of staged) requireUnchanged(one.path, one.change);
    for (const one of staged) {
      renameSync(one.temporary, one.path);
      moved.push(one);
    }
    return undefined;
  } catch (error) {
    for (const one of staged) rmSync(one.temporary, { force: true });
    const lost = moved.filter((one) => !restored(one)).map(({ change }) => change.file);
    const half = lost.length === 0 ? 'nothing was written' : `${lost.join(', ')} could not be put back`;
    return `${reasonOf(error)}: ${half}`;
  }
}

interface Staged {
  readonly change: FileChange;
  readonly path: string;
  readonly temporary: string;
  readonly mode: number;
}

/** Why a file is not written; told to the user as it is. */
class Refusal extends Error {}

function stage(top: string, change: FileChange): Staged {
  const { file } = change;
  const path = join(top, file);
  const folder = realpathSync(dirname(path));
  if (folder !== dirname(path)) throw new Refusal(`${file} lies behind a symbolic link`);
  if (!`${folder}${sep}`.startsWith(top.endsWith(sep) ? top : `${top}${sep}`))
    throw new Refusal(`${file} lies outside`);
  const stats = lstatSync(path);
  if (!stats.isFile()) throw new Refusal(`${file} is a link, or no file`);
  requireUnchanged(path, change);
  const mode = stats.mode & 0o7777;
  const temporary = join(folder, `.${basename(path)}.${process.pid}.skyworthy`);
  writeNew(temporary, change.after, mode);
  return { change, path, temporary, mode };
}

function writeNew(path: string, bytes: Uint8Array, mode: number): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeFileSync(file, bytes);
    fchmodSync(file, mode);
    fsyncSync(file);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

function requireUnchanged(path: string, { file, before }: FileChange): void {
  if (!lstatSync(path).isFile() || !readFileSync(path).equals(before)) {
    throw new Refusal(`${file} was changed while it was read`);
  }
}

/** Puts a file back as it was. */
function restored({ change, path, temporary, mode }: Staged): boolean {
  try {
    writeNew(temporary, change.before, mode);
    renameSync(temporary, path);
    return true;
  } catch {
    return false;
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  const { code, path } = error as NodeJS.ErrnoException;
  return `${path ?? 'a file'} cannot be written (${code ?? 'unknown error'})`;
}
