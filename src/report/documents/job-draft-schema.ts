import * as v from 'valibot';
import { skillCategories, strengths } from '../../catalogue/market/skill.ts';
import { artifacts, clouds, computeModels } from '../../evidence/vocabulary.ts';
import { steps } from '../../steps/steps.ts';
import { type JobDraftDocument, questionTopics } from './job-draft.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const place = { file: v.string(), line: count };

/** The document of `skyworthy job --draft`. */
export const jobDraftSchema: v.GenericSchema<JobDraftDocument> = v.strictObject({
  schemaVersion: v.literal(1),
  root: v.string(),
  name: v.string(),
  python: v.boolean(),
  services: v.array(
    v.strictObject({
      id: v.string(),
      name: v.string(),
      cloud: v.picklist(clouds),
      compute: v.nullable(v.picklist(computeModels)),
      artifact: v.picklist(artifacts),
    }),
  ),
  skills: v.array(
    v.strictObject({
      id: v.string(),
      name: v.string(),
      category: v.picklist(skillCategories),
      strength: v.picklist(strengths),
      depth: v.nullable(v.string()),
      ...place,
    }),
  ),
  marginal: v.array(v.string()),
  questions: v.array(
    v.strictObject({
      topic: v.picklist(questionTopics),
      step: v.picklist(steps.map(({ id }) => id)),
      check: v.string(),
      title: v.string(),
      verdict: v.picklist(['fail', 'unknown']),
      message: v.string(),
      count,
      service: v.nullable(v.string()),
      ...place,
    }),
  ),
  unreadable: v.array(v.strictObject({ ...place, reason: v.string() })),
});
