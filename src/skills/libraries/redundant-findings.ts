import type { NeedFact, Rivals } from '../../catalogue/market/need.ts';
import { addTo } from '../../evidence/add-to.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import { byCodeUnits } from '../../evidence/order.ts';
import type { ImportSighting } from './import-sighting.ts';
import { type LibraryFinding, mostEvidence } from './library-finding.ts';
import type { Use } from './uses.ts';

/** Code that is there to work with one library among many: its imports do not choose. */
const adapter =
  /(?:^|\/)(?:adapters?|backends?|connectors?|contrib|drivers?|engines?|extensions?|ext|handlers|instrumentation|integrations?|plugins?|providers?|transports?|exporters?|migrations?|vendor)\//i;

/** Libraries of one need of which the code of one project always imports two or more. */
export function redundantFindings({ redundant = [], id, current }: NeedFact, uses: readonly Use[]): LibraryFinding[] {
  const importer = id === 'testing' ? 'test' : 'product';
  return redundant.flatMap((rivals) => {
    const sightings = uses
      .filter(({ library }) => rivals.distributions.includes(library.distribution) && library.superseded === null)
      .flatMap(({ imported }) => imported)
      .filter((one) => isAlways(one) && one.importer === importer && !adapter.test(one.evidence.file));
    const chosen = current.map(({ distribution }) => distribution);
    return rivalFindings(sightings, rivals, chosen);
  });
}

const isAlways = ({ optional, deferred }: ImportSighting): boolean => !optional && !deferred;

/** One finding for each set of rivals, with the projects that import all of it. */
function rivalFindings(
  sightings: readonly ImportSighting[],
  { distributions, why, instead }: Rivals,
  chosen: readonly string[],
): LibraryFinding[] {
  const projects = new Map<string, string[]>();
  for (const project of [...new Set(sightings.map((one) => one.project))].sort(byCodeUnits)) {
    const here = sightings.filter((one) => one.project === project);
    const names = distributions.filter((name) => here.some(({ distribution }) => distribution === name));
    if (names.length > 1) addTo(projects, names.join(' and '), project);
  }
  return [...projects].map(([pair, found]) => {
    const names = pair.split(' and ');
    const kept = (instead ?? chosen).find((name) => names.includes(name)) ?? names[0] ?? pair;
    const whose = found.includes('.') ? 'The code' : `The code of ${found.join(', ')}`;
    const message = `${whose} imports ${pair}; ${why}, so one of them may be enough.`;
    const distribution = names.find((name) => name !== kept) ?? pair;
    const evidence = found.flatMap((project) => placesIn(project, names, sightings)).slice(0, mostEvidence);
    return { kind: 'redundant', distribution, message, instead: [kept], evidence };
  });
}

/** The first place of each library in a project. */
function placesIn(project: string, names: readonly string[], sightings: readonly ImportSighting[]): Evidence[] {
  return names.flatMap((name) => {
    const first = sightings.find((one) => one.distribution === name && one.project === project);
    return first === undefined ? [] : [first.evidence];
  });
}
