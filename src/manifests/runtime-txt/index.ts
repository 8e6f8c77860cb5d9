// https://devcenter.heroku.com/articles/python-runtimes and https://docs.cloudfoundry.org/buildpacks/python/index.html
import { Draft } from '../draft.ts';
import type { Manifest } from '../manifest.ts';

/**
 * Reads `runtime.txt` (Heroku, Cloud Foundry, Netlify): `python-3.12.4`, `python-3.12.x` or `3.12` on its only line.
 * `3.12.x` is given as `3.12`.
 */
export function readRuntimeTxt(file: string, text: string): Manifest {
  const draft = new Draft(file, 'runtime-txt', text);
  const found = /\S[^\n\r]*/.exec(text);
  if (found === null) return draft.finish();
  const written = found[0].trimEnd();
  const place = draft.place(found.index, found.index + written.length);
  const version = /^(?:python-)?(\d+(?:\.\d+)*)(?:\.[x*])?$/i.exec(written)?.[1];
  if (version === undefined) draft.fault(place, `${written} is no runtime of Python: python-3.12 is the form`);
  else draft.python = { specifier: version, place };
  return draft.finish();
}
