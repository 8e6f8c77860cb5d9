import { evidence } from '../../evidence/evidence.ts';
import type { Pipeline, TokenPermissions } from '../../pipelines/model.ts';
import { type Answer, met, missing, notApplicable } from './answer.ts';
import type { Standing } from './standing.ts';

/** Whether the pipelines that work on a service may only read, and prove who they are by short-lived tokens. */
export function pipelineRights({ pipelines }: Standing): Answer {
  const ours = pipelines().filter(({ system }) => system === 'github-actions');
  const [first] = ours;
  if (first === undefined) return notApplicable('No pipeline works on it whose rights it states itself.');
  const federated = ours.flatMap(credentialsOf).find(({ kind }) => kind === 'federated');
  if (federated !== undefined)
    return met('Its pipeline proves who it is by a short-lived token.', evidence(federated.place, federated.name));
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

function credentialsOf({ jobs }: Pipeline): Pipeline['jobs'][number]['credentials'] {
  return jobs.flatMap(({ credentials, steps }) => [...credentials, ...steps.flatMap((step) => step.credentials)]);
}

/** A token for an identity elsewhere is asked for by writing `id-token`. */
function onlyReads({ all, scopes }: TokenPermissions): boolean {
  if (all !== null) return all === 'read';
  return Object.entries(scopes).every(([scope, right]) => right !== 'write' || scope === 'id-token');
}
