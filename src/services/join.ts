import { awsTriggers } from './bind/aws-triggers.ts';
import { entryPointsOf } from './bind/entry-point.ts';
import { manifestsOf, pythonFilesOf } from './bind/manifests.ts';
import { pythonStatements } from './bind/python-versions.ts';
import { sdkImportsOf } from './bind/sdk-imports.ts';
import { environmentOf, identityOf, referredResources } from './bind/settings.ts';
import { isApart } from './discover/apart.ts';
import type { Unit } from './discover/unit.ts';
import type { Service } from './service.ts';
import type { Workspace } from './workspace.ts';

/** Joins a unit with everything that the repository says of it. */
export function joinService(unit: Unit, workspace: Workspace): Service {
  const { id, name, cloud, compute, artifact, definedIn, layers, definition, runtime, code } = unit;
  const manifests = manifestsOf(unit, workspace);
  const entryPoints = entryPointsOf(unit, workspace);
  const environment = definition === null ? [] : environmentOf(definition.resource);
  return {
    id,
    name,
    cloud,
    compute,
    artifact,
    definedIn,
    layers,
    definition,
    runtime: {
      python: runtime.python,
      managed: runtime.platform === null || runtime.id === null ? null : { platform: runtime.platform, id: runtime.id },
      evidence: runtime.evidence,
    },
    codeRoot: code.kind === 'folder' ? code.folder : null,
    entryPoints,
    triggers: definition === null ? [] : awsTriggers(definition.resource, definition.stack),
    environment,
    identity: definition === null ? null : identityOf(definition.resource, definition.stack),
    resources: definition === null ? [] : referredResources(environment, definition.stack),
    manifests,
    apart: isApart(definedIn.file) || (code.kind === 'folder' && isApart(`${code.folder}/`)),
    pythonVersions: pythonStatements(unit, pythonFilesOf(unit, workspace)),
    sdkImports: sdkImportsOf(unit, entryPoints, workspace),
  };
}
