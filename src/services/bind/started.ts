import { evidence } from '../../evidence/evidence.ts';
import { startOf } from '../../evidence/place.ts';
import type { Unit } from '../discover/unit.ts';
import type { EntryPoint } from '../service.ts';
import type { Workspace } from '../workspace.ts';

/** What a unit's command or framework starts, as entry points: the name in the module, else the module itself. */
export function startedEntryPoints({ starts }: Unit, { modules }: Workspace): EntryPoint[] {
  return starts.map(({ file, attribute, evidence: handler }) => {
    const range = attribute === null ? undefined : modules.get(file)?.bindings.get(attribute);
    const definition = evidence(range === undefined ? startOf(file) : { file, ...range }, attribute ?? file);
    return { found: true, file, function: attribute ?? '__main__', handler, definition };
  });
}
