import type { CurrentChoice, NeedFact } from '../../catalogue/market/need.ts';
import { byCodeUnits } from '../../evidence/order.ts';
import type { LibraryFinding } from './library-finding.ts';
import type { NeedTable } from './need-table.ts';
import type { Project } from './projects.ts';
import { redundantFindings } from './redundant-findings.ts';
import { successionFindings } from './succession-findings.ts';
import { type LibrarySightings, type Use, usesOf } from './uses.ts';

/** A need with what a repository uses for it. */
export interface ServedNeed {
  readonly need: NeedFact;
  readonly uses: readonly Use[];
  /** Of what the field chooses, what is of interest beside what is in use. */
  readonly current: readonly CurrentChoice[];
  /** By distribution. */
  readonly findings: readonly LibraryFinding[];
}

/** Every need, with what manifests declare, code imports and scripts run for it, and what may be said of that. */
export function servedNeeds(
  sightings: LibrarySightings,
  table: NeedTable,
  projectOf: (file: string) => Project,
): ServedNeed[] {
  const uses = usesOf(sightings, table);
  const isOfInterest = interestOf(uses);
  return table.needs.map((need) => {
    const serving = uses.filter(({ library }) => library.need === need.id);
    const findings = [
      ...serving.flatMap((use) => successionFindings(use, projectOf)),
      ...redundantFindings(need, serving),
    ];
    findings.sort((a, b) => byCodeUnits(a.distribution, b.distribution) || byCodeUnits(a.message, b.message));
    return { need, uses: serving, current: need.current.filter(isOfInterest), findings };
  });
}

/** Tells whether a choice fits what is in use: the cloud that it is for, or what it stands beside. */
function interestOf(uses: readonly Use[]): (choice: CurrentChoice) => boolean {
  const names = uses.map(({ library }) => library.distribution);
  const clouds = new Set(uses.map(({ library }) => library.cloud));
  const isUsed = (pattern: string): boolean =>
    names.some((name) => (pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern));
  return ({ cloud, beside, distribution }) =>
    (cloud === undefined && beside === undefined) ||
    names.includes(distribution) ||
    (cloud !== undefined && clouds.has(cloud)) ||
    (beside ?? []).some(isUsed);
}
