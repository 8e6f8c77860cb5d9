import { evidence } from '../../evidence/evidence.ts';
import type { Credential, Pipeline, TokenPermissions } from '../../pipelines/model.ts';
import { type Answer, met, missing, notApplicable } from './answer.ts';
import type { Standing } from './standing.ts';

/** Whether the pipelines that work on a service may only read, and prove who they are by short-lived tokens. */
export function pipelineRights({ pipelines, nearPipelines }: Standing): Answer {
  const ours = pipelines().filter(({ system }) => system === 'github-actions');
  const federated = [...ours, ...nearPipelines().filter(deploys)].flatMap(credentialsOf).find(isFederated);
  if (federated !== undefined)
    return met('Its pipeline proves who it is by a short-lived token.', evidence(federated.place, federated.name));
  const [first] = ours;
  if (first === undefined) return notApplicable('No pipeline works on it whose rights it states itself.');
  const stated = ours.map(({ permissions }) => permissions);
  const reading = stated.filter((one) => one !== null).filter(onlyReads);
  if (reading.length === ours.length)
    return met('Its pipelines may only read.', ...reading.map(({ place }) => evidence(place, 'permissions')));
  const open = ours.find(({ permissions }) => permissions === null || !onlyReads(permissions)) ?? first;
  return missing(
    `${open.file} does not say that its token may only read.`,
    evidence({ file: open.file, line: 1, column: 1, endLine: 1, endColumn: 1 }, open.file, 'absent'),
    'workflow-permissions-broad',
  );
}

/** What deploys a whole project deploys each service of it. */
function deploys({ jobs }: Pipeline): boolean {
  return jobs.some(({ steps }) => steps.some(({ works }) => works.some(({ tool }) => /^azd\b/.test(tool))));
}

function isFederated({ kind }: Credential): boolean {
  return kind === 'federated';
}

function credentialsOf({ jobs }: Pipeline): readonly Credential[] {
  return jobs.flatMap(({ credentials, steps }) => [...credentials, ...steps.flatMap((step) => step.credentials)]);
}

/** A token for an identity elsewhere is asked for by writing `id-token`. */
function onlyReads({ all, scopes }: TokenPermissions): boolean {
  if (all !== null) return all === 'read';
  return Object.entries(scopes).every(([scope, right]) => right !== 'write' || scope === 'id-token');
}
