// https://pipenv.pypa.io/en/latest/specifiers.html#specifying-basically-anything
import type { DataNode } from '../../syntax/data-tree.ts';
import { at, textOf } from '../../syntax/navigate.ts';
import { markerVariables } from '../requirement/marker.ts';

/** The marker of a package: `markers` as written, and the keys named after a variable (`os_name = "== 'nt'"`), or null. */
export function pipenvMarker(table: DataNode | undefined): string | null {
  const written = textOf(at(table, 'markers'));
  const terms = markerVariables.flatMap((variable) => {
    const condition = textOf(at(table, variable));
    return condition === undefined ? [] : [`${variable} ${condition.trim()}`];
  });
  if (written === undefined) return terms.length === 0 ? null : terms.join(' and ');
  return terms.length === 0 ? written : [`(${written})`, ...terms].join(' and ');
}
