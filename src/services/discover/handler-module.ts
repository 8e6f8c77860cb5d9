// https://docs.python.org/3/reference/import.html#regular-packages
import { joinPath } from '../../repository/paths.ts';

/** The files that a handler's module (`jobs/app`) can be in a code root, the one that wins first: a package wins over a module. */
export function moduleFiles(folder: string, module: string): string[] {
  const base = joinPath(folder, module);
  return base === undefined || module === '' ? [] : [`${base}/__init__.py`, `${base}.py`];
}

/** Module and function of `MODULE.FUNCTION`, the module as a path; the module is empty where there is none. */
export function splitHandler(text: string): { readonly module: string; readonly function: string } {
  const dot = text.lastIndexOf('.');
  if (dot <= 0) return { module: '', function: text };
  return { module: text.slice(0, dot).replaceAll('.', '/'), function: text.slice(dot + 1) };
}
