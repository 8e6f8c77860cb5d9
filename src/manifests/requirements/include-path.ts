import { posix } from 'node:path';

/** Where an include leads: a path inside the repository, or why it is not followed. */
export type IncludePath =
  | { readonly ok: true; readonly path: string }
  | { readonly ok: false; readonly message: string };

/** The file that `-r` or `-c` names in `file`, relative to that file's folder and never outside the root. */
export function includePath(file: string, written: string): IncludePath {
  const refuse = (message: string): IncludePath => ({ ok: false, message: `${written}: ${message}` });
  if (/^[a-z][a-z0-9+.-]+:/i.test(written)) return refuse('read from a URL, so not followed');
  if (written.includes('${')) return refuse('depends on an environment variable, so not followed');
  const slashed = written.replaceAll('\\', '/');
  const path = posix.normalize(posix.join(posix.dirname(file), slashed));
  if (slashed.startsWith('/') || path === '..' || path.startsWith('../'))
    return refuse('lies outside the repository, so not followed');
  return { ok: true, path };
}
