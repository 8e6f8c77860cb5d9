import * as v from 'valibot';
import { type FixDocument, fixOutcomes } from './fix.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const range = { line: count, column: count, endLine: count, endColumn: count };

export const fixSchema: v.GenericSchema<FixDocument> = v.strictObject({
  schemaVersion: v.literal(1),
  written: v.boolean(),
  fixes: v.array(
    v.strictObject({
      check: v.string(),
      service: v.nullable(v.string()),
      subject: v.string(),
      fingerprint: v.string(),
      file: v.string(),
      line: count,
      title: v.string(),
      safe: v.boolean(),
      outcome: v.picklist(fixOutcomes),
      edits: v.array(v.strictObject({ file: v.string(), ...range, text: v.string() })),
    }),
  ),
  files: v.array(v.strictObject({ file: v.string(), diff: v.string() })),
  unreadable: v.array(v.strictObject({ file: v.string(), line: count, reason: v.string() })),
});
