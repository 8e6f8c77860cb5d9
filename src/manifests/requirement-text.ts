import type { Draft } from './draft.ts';
import { dependencyAt, dependencyOf, type Setting } from './requirement/dependency.ts';
import { parseRequirement } from './requirement/requirement.ts';

/**
 * Adds the requirement that a text holds, `-e ADDRESS` too, to a draft. `marker` is one that stands elsewhere (the extra
 * `dev:os_name == "nt"` of setuptools) and holds as well.
 */
export function addRequirementText(text: string, draft: Draft, setting: Setting, marker: string | null = null): void {
  const editable = /^-e\s+(\S.*)$/.exec(text)?.[1];
  if (editable !== undefined) {
    draft.add(dependencyAt(editable, setting, marker));
    return;
  }
  const { requirement, fault } = parseRequirement(text.trim());
  if (fault !== null) draft.fault(setting.place, `${text.slice(0, 100)}: ${fault.message}`);
  if (requirement === null) return;
  const dependency = dependencyOf(requirement, setting);
  const both =
    dependency.marker === null
      ? marker
      : marker === null
        ? dependency.marker
        : `(${dependency.marker}) and (${marker})`;
  draft.add({ ...dependency, marker: both });
}
