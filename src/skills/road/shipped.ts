import { type Evidence, evidence } from '../../evidence/evidence.ts';
import { type Answer, met, missing, unknown } from './answer.ts';
import { deploymentsOf } from './deployments.ts';
import { projectCommand } from './one-command.ts';
import { platformDeploy } from './platform-deploys.ts';
import type { Standing } from './standing.ts';

/** Whether one command or a pipeline brings a service to where it runs; what only may do so is unknown. */
export function shippedOf(standing: Standing): Answer {
  const { itself, otherPipelines, text } = standing;
  const shipping = deploymentsOf(standing);
  if (shipping.length > 0)
    return met('A pipeline deploys it.', ...shipping.map(({ place, text }) => evidence(place, text)));
  const command = projectCommand(standing);
  if (command !== undefined) return met(`One command deploys it by ${command.file}.`, command);
  const hosted = platformDeploy(standing);
  if (hosted !== undefined) return met('A pipeline hands it to a platform that runs it.', hosted.evidence);
  const declared = otherPipelines().find(
    ({ file, text: name }) =>
      name.includes('AWS::CodePipeline') && /^[ \t]*Category: *["']?Deploy/m.test(text(file) ?? ''),
  );
  if (declared !== undefined)
    return met('A pipeline that is defined here deploys it.', { ...declared, how: 'guessed' });
  const [other] = [...otherPipelines(), ...pipelinesElsewhere(standing)];
  if (other !== undefined) return unknown(`${other.file} may deploy it: what it runs is not read.`, other);
  return missing('No pipeline deploys it.', itself, 'pipeline-missing');
}

/** Resources that ship what is pushed, wherever in the repository they stand. */
const runsPipelines = /^(AWS::CodePipeline::Pipeline|aws_codepipeline|google_clouddeploy_delivery_pipeline)$/;

/** Pipelines that infrastructure code defines, for this service or for another. */
export function pipelinesElsewhere({ everywhere }: Standing): Evidence[] {
  return everywhere().flatMap(({ type, id, key }) =>
    runsPipelines.test(type) ? [evidence(key, `${type} ${id}`)] : [],
  );
}
