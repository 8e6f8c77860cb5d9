import { check, type Finding, findServices, type ServiceJson } from '../../src/index.ts';
import { checks } from '../../src/steps/registry.ts';
import { importedIn, type Lines, line, type Topic, wholeFile } from './row.ts';

/** One of our answers, in the words of the comparison. */
export interface Answer {
  readonly topic: Topic;
  readonly check: string;
  readonly service: string;
  readonly verdict: Finding['verdict'];
  readonly message: string;
  readonly places: readonly Lines[];
}

/** Where a finding stands for the comparison: its lines together or each by itself, the files of these, the definition of its service, or an import. */
type Where = 'lines' | 'each line' | 'files' | 'definition' | 'import';

const compared: Readonly<Record<string, { readonly topic: Topic; readonly where: Where }>> = {
  'runtime-deprecated': { topic: 'runtime life cycle', where: 'lines' },
  'queue-visibility-too-short': { topic: 'queue visibility', where: 'lines' },
  'dead-letter-missing': { topic: 'dead letters of a function', where: 'definition' },
  'tracing-off': { topic: 'tracing', where: 'definition' },
  'data-unencrypted': { topic: 'encryption at rest', where: 'lines' },
  'data-public': { topic: 'public databases', where: 'lines' },
  'syntax-too-new': { topic: 'too new for the Python stated', where: 'files' },
  'sdk-undeclared': { topic: 'undeclared SDKs', where: 'import' },
  'action-unpinned': { topic: 'unpinned actions', where: 'each line' },
  'workflow-permissions-broad': { topic: 'rights of a workflow', where: 'files' },
  'long-lived-credentials': { topic: 'keys in a pipeline', where: 'files' },
};

/** Our checks that speak of a topic; one that is not there yet is left out. */
export function checksOf(topic: Topic): string[] {
  return checks.map(({ id }) => id).filter((id) => compared[id]?.topic === topic);
}

/** What we say of a repository in the checks that are compared, and the files that define its services among tests and samples. */
export async function answersFor(folder: string, today: string): Promise<{ answers: Answer[]; apart: Lines[] }> {
  const only = checks.map(({ id }) => id).filter((id) => compared[id] !== undefined);
  const report = await check(folder, { today, only, cache: false });
  const { services } = await findServices(folder);
  const units = new Map(services.map((one) => [one.id, one]));
  const answers = report.services.flatMap(({ id, findings }) =>
    findings.flatMap((finding) => answerOf(finding, id, units.get(id))),
  );
  const shared = report.repository.findings.flatMap((finding) => answerOf(finding, '', undefined));
  const apart = services.filter((one) => one.apart).map(({ file }) => wholeFile(file));
  return { answers: [...answers, ...shared], apart };
}

function answerOf(finding: Finding, service: string, unit: ServiceJson | undefined): Answer[] {
  const { check: id, subject, verdict, message, at, evidence } = finding;
  const definition = unit && line(unit.file, unit.line);
  const known = compared[id];
  if (known === undefined) return [];
  const { topic, where } = known;
  const told = isAboutQueue(finding, service) ? 'not-applicable' : verdict;
  const answer = { topic, check: id, service, verdict: told, message } as const;
  const spoken = [...(at === null ? [] : [at]), ...evidence];
  if (where === 'definition' || spoken.length === 0)
    return definition === undefined ? [] : [{ ...answer, places: [definition] }];
  if (where === 'files') return [{ ...answer, places: spoken.map(({ file }) => wholeFile(file)) }];
  const lines = spoken.map((place) => line(place.file, place.line));
  const root = unit?.codeRoot ?? null;
  if (where === 'import' && root !== null && subject !== null)
    return [{ ...answer, places: [...lines, importedIn(root, subject)] }];
  return where !== 'each line' ? [{ ...answer, places: lines }] : lines.map((one) => ({ ...answer, places: [one] }));
}

/** Dead letters of the queue that starts a function: those of the function itself are none of its work's then. */
function isAboutQueue({ check: id, subject }: Finding, service: string): boolean {
  return id === 'dead-letter-missing' && subject !== null && !service.endsWith(subject.split('.').at(-1) ?? '');
}
