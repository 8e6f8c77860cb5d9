import * as v from 'valibot';
import { clouds, evidenceKinds } from '../../evidence/vocabulary.ts';
import { requirementStates } from '../../skills/road/answer.ts';
import { rungStates } from '../../skills/road/rung.ts';
import type { RoadDocument } from './road.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const place = v.nullable(v.strictObject({ file: v.string(), line: count }));
const evidence = v.array(
  v.strictObject({
    file: v.string(),
    line: count,
    column: count,
    endLine: count,
    endColumn: count,
    text: v.string(),
    how: v.picklist(evidenceKinds),
  }),
);
const lacks = v.array(v.strictObject({ what: v.string(), why: v.string(), check: v.nullable(v.string()), at: place }));

export const roadSchema: v.GenericSchema<RoadDocument> = v.strictObject({
  schemaVersion: v.literal(1),
  services: v.array(
    v.strictObject({
      id: v.string(),
      name: v.string(),
      cloud: v.picklist(clouds),
      rung: v.picklist([0, 1, 2, 3, 4, 5]),
      rungs: v.array(
        v.strictObject({
          rung: v.picklist([1, 2, 3, 4, 5]),
          title: v.string(),
          state: v.picklist(rungStates),
          reason: v.nullable(v.string()),
          evidence,
          missing: lacks,
          unknown: lacks,
          improvements: lacks,
          requirements: v.array(
            v.strictObject({
              id: v.string(),
              what: v.string(),
              state: v.picklist(requirementStates),
              why: v.string(),
              evidence,
              checks: v.array(v.string()),
            }),
          ),
        }),
      ),
      next: v.nullable(
        v.strictObject({
          rung: v.picklist([1, 2, 3, 4, 5]),
          text: v.string(),
          check: v.nullable(v.string()),
          at: place,
        }),
      ),
    }),
  ),
  wrongTool: v.array(
    v.strictObject({
      what: v.picklist(['python', 'cloud-shape']),
      service: v.string(),
      message: v.string(),
      evidence,
    }),
  ),
  unreadable: v.array(v.strictObject({ file: v.string(), line: count, reason: v.string() })),
  notes: v.array(v.string()),
});
