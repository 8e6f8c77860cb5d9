import * as v from 'valibot';
import { clouds, severities } from '../../evidence/vocabulary.ts';
import { manifestFormats } from '../../manifests/index.ts';
import { steps } from '../../steps/steps.ts';
import type { DependenciesDocument } from './dependencies.ts';
import type { ParseDocument } from './parse.ts';

// The documents of the commands besides `check`, as schemas: what is published comes from them, and tests hold documents
// against them.

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const size = v.pipe(v.number(), v.integer(), v.minValue(0));
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
const version = { schemaVersion: v.literal(1) };

export const dependenciesSchema: v.GenericSchema<DependenciesDocument> = v.strictObject({
  ...version,
  manifests: v.array(
    v.strictObject({
      file: v.string(),
      format: v.picklist(manifestFormats),
      role: v.picklist(['declaration', 'lock', 'constraint']),
      project: v.nullable(v.string()),
      python: v.nullable(v.string()),
      dependencies: v.array(
        v.strictObject({
          name: v.string(),
          specifier: v.string(),
          extras: v.array(v.string()),
          marker: v.nullable(v.string()),
          group: v.nullable(v.string()),
          source: v.picklist(['index', 'url', 'vcs', 'path', 'workspace']),
          url: v.nullable(v.string()),
          pinned: v.boolean(),
          hashes: size,
          line: count,
        }),
      ),
    }),
  ),
  unreadable: v.array(v.strictObject({ file: v.string(), line: count, reason: v.string() })),
});

const parseError = v.strictObject({ line: count, column: count, message: v.string() });

export const parseSchema: v.GenericSchema<ParseDocument> = v.strictObject({
  ...version,
  files: v.array(
    v.strictObject({
      file: v.string(),
      format: v.string(),
      ok: v.boolean(),
      sizeBytes: size,
      errors: v.array(parseError),
      tree: v.exactOptional(v.array(v.string())),
    }),
  ),
});

const summary = {
  id: v.string(),
  step: v.picklist(steps.map(({ id }) => id)),
  severity: v.picklist(severities),
  clouds: v.array(v.picklist(clouds)),
  title: v.string(),
};
const example = v.strictObject({
  title: v.string(),
  files: v.record(v.string(), v.string()),
  today: v.exactOptional(day),
});
const page = {
  why: v.string(),
  fix: v.string(),
  whenNone: v.string(),
  bad: v.pipe(v.array(example), v.minLength(1)),
  good: v.pipe(v.array(example), v.minLength(1)),
  sources: v.pipe(v.array(v.string()), v.minLength(1)),
};

export const explainSchema = v.union([
  v.strictObject({ ...version, check: v.strictObject({ ...summary, ...page }) }),
  v.strictObject({ ...version, checks: v.array(v.strictObject(summary)) }),
]);

const source = v.object({ title: v.string(), url: v.string(), read: day });
const fact = v.objectWithRest({ id: v.string(), source: v.union([v.string(), v.array(v.string())]) }, v.unknown());

export const catalogueSchema = v.union([
  v.strictObject({
    ...version,
    date: day,
    today: day,
    datasets: v.array(
      v.strictObject({
        name: v.string(),
        title: v.string(),
        facts: size,
        sources: size,
        read: day,
        oldest: day,
        ageDays: v.number(),
      }),
    ),
  }),
  v.objectWithRest(
    { ...version, dataset: v.string(), title: v.string(), sources: v.record(v.string(), source), facts: v.array(fact) },
    v.unknown(),
  ),
]);

const cell = v.strictObject({
  value: v.string(),
  detail: v.string(),
  sources: v.pipe(v.array(source), v.minLength(1)),
});

export const matrixSchema = v.strictObject({
  ...version,
  dimensions: v.array(
    v.strictObject({
      id: v.string(),
      title: v.string(),
      clouds: v.strictObject({ aws: cell, azure: cell, gcp: cell }),
    }),
  ),
});
