import { lazy } from '../evidence/lazy.ts';
import { usesOf } from './bind/access.ts';
import { entryPointsOf } from './bind/entry-point.ts';
import { environmentOf } from './bind/environment.ts';
import { environmentGapsOf } from './bind/environment-gaps.ts';
import { identityOf } from './bind/identity.ts';
import { installedByCommand } from './bind/installed-by-command.ts';
import { manifestsOf, pythonFilesOf } from './bind/manifests.ts';
import { hasModuleImport, moduleImportsOf } from './bind/module-imports.ts';
import { namedElsewhere } from './bind/named-elsewhere.ts';
import { isNowhereImported } from './bind/nowhere-imported.ts';
import { pipelinesOf, type ScopedPipeline } from './bind/pipelines/bind-pipelines.ts';
import { pythonStatements } from './bind/python-versions.ts';
import { sdkImportsOf } from './bind/sdk-imports.ts';
import { stacksBeside } from './bind/stacks-beside.ts';
import { startedEntryPoints } from './bind/started.ts';
import { triggersInCode } from './bind/triggers/code-triggers.ts';
import { triggersOf } from './bind/triggers/triggers.ts';
import { isApart } from './discover/apart.ts';
import type { Unit } from './discover/unit.ts';
import type { Service, Trigger, Variable } from './service.ts';
import type { Workspace } from './workspace.ts';

/** Joins a unit with everything that the repository says of it. What not every check asks for is worked out when it is asked for. */
export function joinService(unit: Unit, workspace: Workspace, stated: StatedBeside = nothingBeside): Service {
  const { id, name, cloud, compute, artifact, definedIn, layers, definition, runtime, code } = unit;
  const manifests = manifestsOf(unit, workspace);
  const entryPoints = entryPointsOf(unit, workspace);
  const bound = bindingOf(unit, workspace, stated);
  const pipelines = lazy(() => (stated.pipelines === null ? null : pipelinesOf(unit, stated.pipelines)));
  const sdkImports = lazy(() => sdkImportsOf(unit, entryPoints, workspace));
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
    entryPoints: [...entryPoints, ...startedEntryPoints(unit, workspace)],
    get triggers() {
      return bound.triggers();
    },
    get environment() {
      return bound.environment();
    },
    get environmentGaps() {
      return environmentGapsOf(unit);
    },
    namedElsewhere: (variable) => namedElsewhere(variable, unit.definedIn.file, workspace),
    get identity() {
      return bound.identity();
    },
    get uses() {
      return bound.uses();
    },
    get pipelines() {
      return pipelines();
    },
    manifests,
    installedByCommand: (distributions) => installedByCommand(distributions, unit, workspace),
    apart: isApart(definedIn.file) || (code.kind === 'folder' && isApart(`${code.folder}/`)),
    pythonVersions: pythonStatements(unit, pythonFilesOf(unit, workspace)),
    get sdkImports() {
      return sdkImports();
    },
    importsOf: (roots) => moduleImportsOf(unit, entryPoints, workspace, roots),
    imports: (roots) => hasModuleImport(unit, entryPoints, workspace, roots),
    isNowhereImported: (roots) => isNowhereImported(unit, workspace, roots),
    image: unit.image,
  };
}

/** What is said of units in files that not every command reads. */
export interface StatedBeside {
  /** The variables that a compose file or the like gives the unit. */
  readonly environment: readonly Variable[];
  /** The repository's pipelines; null where they were not read. */
  readonly pipelines: readonly ScopedPipeline[] | null;
}

const nothingBeside: StatedBeside = { environment: [], pipelines: null };

/** What the infrastructure around a unit says of it, each worked out once. */
function bindingOf(
  unit: Unit,
  workspace: Workspace,
  stated: StatedBeside,
): {
  readonly [Key in 'triggers' | 'environment' | 'identity' | 'uses']: () => Service[Key];
} {
  const inCode = (): Trigger[] => triggersInCode(unit, workspace);
  if (unit.definition === null) {
    return { triggers: lazy(inCode), environment: () => stated.environment, identity: () => null, uses: () => [] };
  }
  const { resource, stack } = unit.definition;
  const environment = lazy(() => environmentOf(resource, stack));
  const identity = lazy(() => identityOf(resource, stack));
  return {
    triggers: lazy(() => [...triggersOf(resource, stack, stacksBeside(stack, workspace.stacks)), ...inCode()]),
    environment,
    identity,
    uses: lazy(() => usesOf(resource, stack, environment(), identity())),
  };
}
