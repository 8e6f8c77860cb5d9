import * as v from 'valibot';
import { strengths } from '../../catalogue/market/skill.ts';
import { type JobDocument, notAskedReasons, shownStates, skillLevels } from './job.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const size = v.pipe(v.number(), v.integer(), v.minValue(0));
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
const quotes = v.pipe(v.array(v.strictObject({ line: count, column: count, text: v.string() })), v.minLength(1));
const shown = v.nullable(v.picklist(shownStates));

/** The document of `skyworthy job`. */
export const jobSchema: v.GenericSchema<JobDocument> = v.strictObject({
  schemaVersion: v.literal(1),
  ads: v.array(
    v.strictObject({
      file: v.string(),
      title: v.nullable(v.string()),
      language: v.picklist(['en', 'other']),
      whole: v.boolean(),
      skills: v.array(
        v.strictObject({
          id: v.string(),
          name: v.string(),
          level: v.picklist(skillLevels),
          alternative: v.nullable(count),
          metBy: v.nullable(v.string()),
          quotes,
          shown,
          strength: v.nullable(v.picklist(strengths)),
          place: v.nullable(v.string()),
          root: v.nullable(v.string()),
          by: v.nullable(v.string()),
        }),
      ),
      notAsked: v.array(v.strictObject({ id: v.string(), name: v.string(), why: v.picklist(notAskedReasons), quotes })),
      notUnderstood: v.array(v.strictObject({ line: count, text: v.string() })),
    }),
  ),
  against: v.array(v.string()),
  demand: v.array(v.strictObject({ id: v.string(), name: v.string(), ads: count, required: size, shown })),
  market: v.array(
    v.strictObject({
      topic: v.string(),
      among: v.string(),
      year: count,
      name: v.string(),
      skill: v.nullable(v.string()),
      percent: v.number(),
      confirmed: v.boolean(),
      source: v.strictObject({ title: v.string(), url: v.string(), read: day }),
    }),
  ),
  unreadable: v.array(
    v.strictObject({ root: v.exactOptional(v.string()), file: v.string(), line: count, reason: v.string() }),
  ),
});
