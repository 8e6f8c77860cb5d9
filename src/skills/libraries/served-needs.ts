import type { NeedFact } from '../../catalogue/market/need.ts';
import { byCodeUnits } from '../../evidence/order.ts';
import type { Declaration } from './declarations.ts';
import { type LibraryFinding, redundantFindings, supersededFindings } from './findings.ts';
import type { ImportSighting } from './import-sighting.ts';
import type { NeedTable } from './need-table.ts';
import { type Use, usesOf } from './uses.ts';

/** A need with what a repository uses for it. */
export interface ServedNeed {
  readonly need: NeedFact;
  readonly uses: readonly Use[];
  /** By distribution. */
  readonly findings: readonly LibraryFinding[];
}

/** Every need, with what manifests declare and code imports for it, and what may be said of that. */
export function servedNeeds(
  declarations: readonly Declaration[],
  sightings: readonly ImportSighting[],
  table: NeedTable,
): ServedNeed[] {
  const uses = usesOf(declarations, sightings, table);
  return table.needs.map((need) => {
    const serving = uses.filter(({ library }) => library.need === need.id);
    const findings = [...serving.flatMap(supersededFindings), ...redundantFindings(need, serving)];
    findings.sort((a, b) => byCodeUnits(a.distribution, b.distribution) || byCodeUnits(a.message, b.message));
    return { need, uses: serving, findings };
  });
}
