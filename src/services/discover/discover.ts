import { byCodeUnits } from '../../evidence/order.ts';
import type { Workspace } from '../workspace.ts';
import { isApart } from './apart.ts';
import { awsFunctions } from './aws-functions.ts';
import { findBuilds, findClaims } from './claims/find-claims.ts';
import { imageNames } from './claims/image-names.ts';
import { joinClaims } from './claims/join-claims.ts';
import { linkClaims } from './claims/link-claims.ts';
import { settle } from './claims/settle.ts';
import { unitsOfCode } from './code.ts';
import { isOfModule, unitOfExample } from './module-examples.ts';
import type { Unit } from './unit.ts';

/**
 * The Python units of a repository: functions on AWS, and everything else that infrastructure code, deployment files, images
 * and frameworks define, joined where several speak of one thing. Where there is none outside tests and samples, its code
 * is taken for them. Sorted by id.
 */
export async function discoverUnits(workspace: Workspace): Promise<Unit[]> {
  const functions = workspace.stacks.flatMap((stack) => awsFunctions(stack, workspace));
  const found = [...functions, ...(await claimedUnits(workspace, functions))];
  const units = found.map(unitOfExample);
  if (units.every((unit) => isApart(unit.definedIn.file) || isSubmitted(unit))) {
    const isModule = found.some(isOfModule) && !declaresDependencies(workspace);
    if (!isModule) units.push(...(await unitsOfCode(workspace)));
  }
  return units.sort((a, b) => byCodeUnits(a.id, b.id));
}

/** True if the repository declares dependencies outside tests and samples: code beside a module is then more than its tools. */
function declaresDependencies({ manifests }: Workspace): boolean {
  return manifests.some(({ role, file }) => role === 'declaration' && !isApart(file));
}

/** The units that are claimed, without the images that functions run in, and without these. */
async function claimedUnits(workspace: Workspace, functions: readonly Unit[]): Promise<Unit[]> {
  const known = new Set(functions.map((unit) => unit.definition?.resource));
  const claims = linkClaims(await findClaims(workspace)).filter(
    ({ definition }) => definition === null || !known.has(definition.resource),
  );
  const names = imageNames(workspace.repository, await findBuilds(claims, workspace));
  const settled = claims.flatMap((claim) => settle(claim, workspace, names) ?? []);
  const taken = new Set(functions.flatMap((unit) => (unit.image === null ? [] : [unit.image.file])));
  return joinClaims(settled, taken);
}

/** True for a job that a script of the repository submits: the script itself is no part of it. */
function isSubmitted({ compute, definedIn }: Unit): boolean {
  return compute === 'ml' && definedIn.file.endsWith('.py');
}
