import * as v from 'valibot';
import { clouds, evidenceKinds, severities, unknownReasons } from '../evidence/vocabulary.ts';
import { steps } from '../steps/steps.ts';
import { type Report, stepStates } from './report.ts';

// The report as a schema: the JSON Schema that is published comes from it, and tests hold reports against it.

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const amount = v.pipe(v.number(), v.integer(), v.minValue(0));
const range = { file: v.string(), line: count, column: count, endLine: count, endColumn: count, text: v.string() };
const evidence = v.array(v.strictObject({ ...range, how: v.picklist(evidenceKinds) }));
const step = v.picklist(steps.map(({ id }) => id));
const fingerprint = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));
const base = {
  check: v.string(),
  step,
  fingerprint,
  message: v.string(),
  counts: v.boolean(),
  inBaseline: v.boolean(),
  suppressed: v.nullable(v.strictObject({ reason: v.string(), file: v.string(), line: count })),
};
const judged = {
  ...base,
  subject: v.string(),
  severity: v.picklist(severities),
  at: v.strictObject({ file: v.string(), line: count, column: count }),
  evidence: v.pipe(evidence, v.minLength(1)),
};
const fix = v.strictObject({ title: v.string(), safe: v.boolean(), edits: v.array(v.strictObject(range)) });
const finding = v.variant('verdict', [
  v.strictObject({ ...judged, verdict: v.literal('pass'), fix: v.null(), reason: v.null() }),
  v.strictObject({ ...judged, verdict: v.literal('fail'), fix: v.nullable(fix), reason: v.null() }),
  v.strictObject({ ...judged, verdict: v.literal('unknown'), fix: v.null(), reason: v.picklist(unknownReasons) }),
  v.strictObject({
    ...base,
    verdict: v.literal('not-applicable'),
    subject: v.null(),
    severity: v.null(),
    at: v.null(),
    evidence: v.pipe(v.array(v.never()), v.maxLength(0)),
    fix: v.null(),
    reason: v.null(),
  }),
]);
const states = Object.fromEntries(steps.map(({ id }) => [id, v.picklist(stepStates)])) as Record<
  (typeof steps)[number]['id'],
  v.PicklistSchema<typeof stepStates, undefined>
>;
const baselineEntry = v.strictObject({
  check: v.string(),
  service: v.nullable(v.string()),
  subject: v.string(),
  verdict: v.picklist(['fail', 'unknown']),
  severity: v.picklist(severities),
  fingerprint,
});
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));

export const reportSchema: v.GenericSchema<Report> = v.strictObject({
  schemaVersion: v.literal(1),
  tool: v.strictObject({ version: v.string(), catalogue: day }),
  root: v.string(),
  today: day,
  failOn: v.picklist(severities),
  strict: v.boolean(),
  severity: v.nullable(v.picklist(severities)),
  notShown: v.strictObject({ blocker: amount, risk: amount, improvement: amount, unproven: amount }),
  baseline: v.nullable(v.strictObject({ file: v.string(), known: amount, mended: v.array(baselineEntry) })),
  ready: v.boolean(),
  services: v.array(
    v.strictObject({
      id: v.string(),
      name: v.string(),
      cloud: v.picklist(clouds),
      steps: v.strictObject(states),
      findings: v.array(finding),
    }),
  ),
  repository: v.strictObject({ findings: v.array(finding) }),
  unreadable: v.array(
    v.strictObject({ file: v.string(), line: count, reason: v.string(), services: v.array(v.string()) }),
  ),
  notes: v.array(v.string()),
});

/** A baseline, as it is written: the findings that are known, sorted by check, service and subject. */
export const baselineSchema = v.strictObject({ schemaVersion: v.literal(1), findings: v.array(baselineEntry) });
