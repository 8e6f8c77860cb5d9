// https://developer.hashicorp.com/terraform/language/modules/develop/structure
import { isApart } from './apart.ts';
import type { Unit } from './unit.ts';

/**
 * True for a unit of a module that is made to be called by others: only the stack of an example deploys it, and the
 * code that it deploys is not the module's own.
 */
export function isOfModule({ definition, definedIn, code }: Unit): boolean {
  if (definition === null || definition.resource.calledAt === undefined) return false;
  if (isApart(definedIn.file) || !isApart(definition.stack.file)) return false;
  return code.kind === 'elsewhere' || (code.kind === 'folder' && isApart(`${code.folder}/`));
}

/** A unit of such a module as the example's, by the place and the address of its call; every other unit as it is. */
export function unitOfExample(unit: Unit): Unit {
  const resource = unit.definition?.resource;
  const call = resource?.calledAt;
  if (resource === undefined || call === undefined || !isOfModule(unit)) return unit;
  const label = resource.id.replaceAll('module.', '').replace(`${resource.type}.`, '');
  return { ...unit, id: `${call.file}#${label}`, definedIn: call };
}
