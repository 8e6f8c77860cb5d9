// https://asdf-vm.com/manage/configuration.html#tool-versions
import { Draft } from '../draft.ts';
import type { Manifest } from '../manifest.ts';

/** Reads `.tool-versions` (asdf, mise): the first version on the line of `python`; other tools are passed over. */
export function readToolVersions(file: string, text: string): Manifest {
  const draft = new Draft(file, 'tool-versions', text);
  for (const match of text.matchAll(/^[^\S\n\r]*python[^\S\n\r]+([^\s#]+)/gm)) {
    const written = match[1] ?? '';
    const start = match.index + match[0].length - written.length;
    const place = draft.place(start, start + written.length);
    const version = /^\d[\w.+-]*$/.test(written) ? written : undefined;
    if (version === undefined) draft.fault(place, `${written} is no version of CPython`);
    else draft.python ??= { specifier: version, place };
  }
  return draft.finish();
}
