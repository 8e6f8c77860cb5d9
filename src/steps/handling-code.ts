import { libraryRoles } from '../catalogue/library-roles.ts';
import type { Service } from '../services/service.ts';
import type { Facts } from './facts.ts';
import { runsCode } from './runs-code.ts';

/**
 * In which files of a service the code stands that works on requests and events, as packages of which one is imported: all
 * files of a function whose entry point was found (an empty list), those of a web application in a container or on a
 * machine that import its framework. Undefined for all else: scripts and tools may print and end as they like.
 */
export function handlingCode(service: Service, facts: Facts): readonly string[] | undefined {
  const { compute, entryPoints } = service;
  if (compute === 'function') return entryPoints.some((entry) => entry.found) ? [] : undefined;
  if ((compute !== 'container' && compute !== 'vm') || !runsCode(service)) return undefined;
  const frameworks = libraryRoles(facts.catalogue).roots('web');
  return service.imports(frameworks) ? [...frameworks] : undefined;
}
