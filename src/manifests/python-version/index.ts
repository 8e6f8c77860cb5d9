// https://github.com/pyenv/pyenv#understanding-python-version-selection
import { Draft } from '../draft.ts';
import type { Manifest } from '../manifest.ts';

/**
 * Reads `.python-version` (pyenv, uv): a version on each line, the first one counts. Names that pyenv or uv put before
 * it (`python-3.12`, `cpython@3.12`) are taken off; a name of an environment is a fault.
 */
export function readPythonVersion(file: string, text: string): Manifest {
  const draft = new Draft(file, 'python-version', text);
  for (const match of text.matchAll(/^[^\S\n\r]*([^\s#]+)/gm)) {
    const written = match[1] ?? '';
    const start = match.index + match[0].length - written.length;
    const place = draft.place(start, start + written.length);
    const version = /^(?:c?python[-@]?)?((?:[<>=!~]=?)?\d[\w.,<>=!~*+-]*)$/i.exec(written)?.[1];
    if (version === undefined) draft.fault(place, `${written} is no version of CPython`);
    else draft.python ??= { specifier: version, place };
  }
  return draft.finish();
}
