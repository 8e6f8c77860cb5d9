// Every document that a command prints fits the schema that the package publishes for it, and the strict one behind it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'valibot';
import { expect, test } from 'vitest';
import { fixSchema } from '../../src/report/documents/fix-schema.ts';
import { jobSchema } from '../../src/report/documents/job-schema.ts';
import { librariesSchema } from '../../src/report/documents/libraries-schema.ts';
import { roadSchema } from '../../src/report/documents/road-schema.ts';
import {
  callsSchema,
  catalogueSchema,
  classifySchema,
  dependenciesSchema,
  explainSchema,
  matrixSchema,
  parseSchema,
  servicesSchema,
} from '../../src/report/documents/schema.ts';
import { skillsSchema } from '../../src/report/documents/skills-schema.ts';
import { run } from '../run-main.ts';

const root = join(import.meta.dirname, '../..');
const strict = {
  calls: callsSchema,
  catalogue: catalogueSchema,
  classify: classifySchema,
  dependencies: dependenciesSchema,
  explain: explainSchema,
  fix: fixSchema,
  job: jobSchema,
  libraries: librariesSchema,
  matrix: matrixSchema,
  parse: parseSchema,
  road: roadSchema,
  services: servicesSchema,
  skills: skillsSchema,
};

test.for([
  ['calls', join(root, 'examples/thumbnails')],
  ['calls', join(root, 'tests/flows')],
  ['catalogue'],
  ['catalogue', 'aws/lambda-runtimes'],
  ['classify', join(root, 'examples/thumbnails')],
  ['dependencies', join(root, 'examples/thumbnails')],
  ['explain'],
  ['explain', 'sdk-unpinned'],
  ['fix', join(root, 'examples/thumbnails'), '--diff', '--unsafe'],
  ['job', join(root, 'tests/contracts/advertisement.txt'), '--against', join(root, 'examples/thumbnails')],
  ['libraries', join(root, 'examples/thumbnails')],
  ['skills', join(root, 'examples/thumbnails'), join(root, 'examples')],
  ['matrix'],
  ['parse', join(root, 'examples/thumbnails'), '--tree'],
  ['road', join(root, 'examples/thumbnails')],
  ['services', join(root, 'examples/thumbnails')],
] as const)('%j', async ([command, ...args]) => {
  const { out } = await run([command, ...args, '--format', 'json']);
  const document: unknown = JSON.parse(out);
  const schema = JSON.parse(readFileSync(join(root, `schemas/${command}.schema.json`), 'utf8')) as object;
  const validate = new Ajv({ strict: false }).compile(schema);
  expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
  expect(() => parse(strict[command], document)).not.toThrow();
  expect(validate({ schemaVersion: 2 })).toBe(false);
});
