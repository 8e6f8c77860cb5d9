import type { ModuleImport } from '../../services/service.ts';
import type { Standing } from './standing.ts';

/** The first import by which the code of a service takes requests, or undefined. */
export function requestLibrary({ libraries }: Standing): ModuleImport | undefined {
  return libraries('web', 'web-page', 'rpc')[0];
}
