import { sdkLayers } from '../../catalogue/sdk-layers.ts';
import { type Evidence, evidence } from '../../evidence/evidence.ts';
import type { Service } from '../service.ts';
import type { Workspace } from '../workspace.ts';
import type { Axis, Classification } from './classification.ts';
import { importsOf } from './imports.ts';
import { orchestrationOf } from './orchestration.ts';
import { type LayeredCall, sdkLayerOf } from './sdk-layer.ts';

/** A service on the four axes, each with what says so; `calls` are those of AWS, null where they were not looked for. */
export function classify(service: Service, workspace: Workspace, calls: readonly LayeredCall[] | null): Classification {
  const defined = definitionEvidence(service);
  const { compute, artifact } = service;
  return {
    compute:
      compute === null
        ? { found: [], reason: 'no infrastructure code, image or platform file says what runs it' }
        : said(compute, defined),
    artifact: said(artifact, artifactEvidence(service)),
    orchestration: orchestrationOf(service, importsOf(service, workspace)),
    sdkLayer: sdkLayerOf(service.sdkImports, calls, sdkLayers(workspace.catalogue)),
  };
}

function said<Word>(is: Word, because: Evidence): Axis<Word> {
  return { found: [{ is, because: [because] }], reason: null };
}

function definitionEvidence({ definition, definedIn, name }: Service): Evidence {
  return definition === null
    ? evidence(definedIn, name)
    : evidence(definition.resource.key, `${definition.resource.type} ${definition.resource.id}`);
}

/** An image is told by the line that says what it is built from, an archive by its runtime. */
function artifactEvidence(service: Service): Evidence {
  const [stated] = service.runtime.evidence;
  return stated ?? definitionEvidence(service);
}
