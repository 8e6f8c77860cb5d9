import type { Draft } from '../draft.ts';

/** Notes the Python of a lock, at the first line that gives it. */
export function notePython(text: string, key: string, specifier: string | undefined, draft: Draft): void {
  if (specifier === undefined || specifier === '' || specifier === '*') return;
  const found = new RegExp(`^([^\\S\\n\\r]*)${key}\\s*=.*`, 'm').exec(text);
  const start = found === null ? 0 : found.index + (found[1]?.length ?? 0);
  const end = found === null ? 0 : found.index + found[0].trimEnd().length;
  draft.python = { specifier, place: draft.place(start, end) };
}
