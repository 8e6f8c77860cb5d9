import type { Evidence } from '../../evidence/evidence.ts';
import { type LibraryFinding, mostEvidence } from './library-finding.ts';
import type { Library } from './need-table.ts';
import type { Project } from './projects.ts';
import type { Use } from './uses.ts';

/** Code that is there to watch or extend a library that somebody else uses. */
const instrumentation = /(?:^|\/)(?:contrib|instrumentation|integrations?|shims?)\//i;

/** A library that has been superseded, or beside which there is a newer one, where code imports it or it works by being installed. */
export function successionFindings(use: Use, projectOf: (file: string) => Project): LibraryFinding[] {
  const { library } = use;
  const said = sayingOf(library);
  if (said === undefined) return [];
  const evidence = placesOf(use, (file) => concerns(library, file, projectOf(file)));
  if (evidence.length === 0) return [];
  return [{ ...said, distribution: library.distribution, evidence: evidence.slice(0, mostEvidence) }];
}

type Saying = Pick<LibraryFinding, 'kind' | 'message' | 'instead'>;

function sayingOf({ distribution, superseded, newer }: Library): Saying | undefined {
  if (superseded !== null) {
    const { by, since, why } = superseded;
    const message = `${distribution} is superseded by ${by.join(' or ')} since ${since}: ${why}.`;
    return { kind: 'superseded', message, instead: by };
  }
  if (newer === null) return undefined;
  const message = `Beside ${distribution} there is ${newer.by.join(' or ')}: ${newer.why}.`;
  return { kind: 'newer', message, instead: newer.by };
}

/**
 * Of the places that concern it, where code always imports it, then where it is asked for; being asked for alone counts
 * for a tool. What an extra alone installs is for those who choose it.
 */
function placesOf({ library, declared, imported }: Use, concernsIt: (file: string) => boolean): Evidence[] {
  const wanted = declared.filter(({ resolved }) => !resolved);
  const asked = wanted.filter(({ group, development }) => group === null || development);
  if (wanted.length > 0 && asked.length === 0) return [];
  const imports = imported.filter(
    ({ optional, deferred, importer }) => !optional && (!deferred || importer === 'test'),
  );
  const [seen = [], said = []] = [imports, asked].map((list) =>
    list.map((one) => one.evidence).filter(({ file }) => concernsIt(file)),
  );
  return seen.length === 0 && !library.tool ? [] : [...seen, ...said];
}

/** False for code that is there for the library's sake, of the project that has taken its place, and for an older Python. */
function concerns({ distribution, superseded, newer }: Library, file: string, project: Project): boolean {
  const by = superseded?.by ?? newer?.by ?? [];
  if (instrumentation.test(file) || (project.name !== null && by.includes(project.name))) return false;
  const from = superseded?.python?.split('.')[1];
  if (from !== undefined && project.oldestPython !== null && project.oldestPython < Number(from)) return false;
  const folders = file.toLowerCase().replaceAll('_', '-').split('/').slice(0, -1);
  return ![...folders, project.name ?? ''].some((name) => isNamedAfter(name, distribution));
}

/** True for `exporter-opencensus`, if the library is `opencensus`. */
function isNamedAfter(name: string, distribution: string): boolean {
  return `-${name}-`.includes(`-${distribution}-`);
}
