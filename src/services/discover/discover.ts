import { byCodeUnits } from '../../evidence/order.ts';
import type { Workspace } from '../workspace.ts';
import { isApart } from './apart.ts';
import { awsFunctions } from './aws-functions.ts';
import { unitsOfCode } from './code.ts';
import { unitsOfImages } from './images.ts';
import type { Unit } from './unit.ts';

/**
 * The Python units of a repository: functions of its infrastructure code, then images that no function runs in. Where
 * there is none outside tests and samples, its code is taken for them. Sorted by id.
 */
export async function discoverUnits(workspace: Workspace): Promise<Unit[]> {
  const functions = workspace.stacks.flatMap((stack) => awsFunctions(stack, workspace));
  const units = [...functions, ...unitsOfImages(workspace, functions)];
  if (units.every((unit) => isApart(unit.definedIn.file))) {
    units.push(...unitsOfCode(workspace));
  }
  return units.sort((a, b) => byCodeUnits(a.id, b.id));
}
