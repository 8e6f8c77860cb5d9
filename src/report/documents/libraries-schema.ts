import * as v from 'valibot';
import { needIds, needStages } from '../../catalogue/market/need.ts';
import { evidenceKinds } from '../../evidence/vocabulary.ts';
import type { LibrariesDocument } from './libraries.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
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

export const librariesSchema: v.GenericSchema<LibrariesDocument> = v.strictObject({
  schemaVersion: v.literal(1),
  needs: v.array(
    v.strictObject({
      need: v.picklist(needIds),
      title: v.string(),
      stage: v.picklist(needStages),
      uses: v.array(
        v.strictObject({
          distribution: v.string(),
          specifier: v.nullable(v.string()),
          imported: v.nullable(v.boolean()),
          tool: v.boolean(),
          development: v.boolean(),
          evidence,
        }),
      ),
      findings: v.array(
        v.strictObject({
          kind: v.picklist(['superseded', 'newer', 'redundant']),
          distribution: v.string(),
          message: v.string(),
          instead: v.array(v.string()),
          evidence,
        }),
      ),
      current: v.array(
        v.strictObject({
          distribution: v.string(),
          why: v.string(),
          asOf: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}$/)),
        }),
      ),
    }),
  ),
  unreadable: v.array(v.strictObject({ file: v.string(), line: count, reason: v.string() })),
});
