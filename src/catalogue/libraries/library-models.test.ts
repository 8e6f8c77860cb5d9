import { describe, expect, test } from 'vitest';
import { openBoto3 } from '../boto3/models.ts';
import { openCatalogue } from '../catalogue.ts';
import { libraryText, readLibraryArgument } from './library-argument.ts';
import type { LibraryModelFact } from './library-model.ts';
import { openLibraryModels } from './library-models.ts';

const catalogue = openCatalogue();
const boto3 = openBoto3(catalogue);
const { facts } = catalogue.load('aws/library-models');
const libraries = openLibraryModels(catalogue);

test('every operation is one of boto3, and every parameter one of the operation', () => {
  const wrong = facts.flatMap(({ id, performs }) =>
    performs.flatMap(({ service, operation, arguments: given = {} }) => {
      const known = boto3.model(service)?.operation(operation);
      const tops = Object.keys(given).map((path) => path.replace(/[.[{].*$/, ''));
      if (known === undefined) return [`${id}: ${service}.${operation}`];
      return tops.filter((name) => !known.parameters.includes(name)).map((name) => `${id}: ${operation} ${name}`);
    }),
  );
  expect(wrong).toEqual([]);
});

test('every argument is a parameter of the call or comes from elsewhere, in a form that is read', () => {
  const wrong = facts.flatMap(({ id, parameters = '', from = {}, performs, only, mode }) => {
    const names = new Set([...parameters.split(' '), ...Object.keys(from)]);
    const texts = performs.flatMap((operation) => Object.values(operation.arguments ?? {}));
    const used = texts.map((text) => readLibraryArgument(text) ?? { kind: 'argument', name: `form of ${text}` });
    const named = used.flatMap((argument) => ('name' in argument ? argument.name : []));
    const all = [...named, only?.argument ?? [], mode?.argument ?? []].flat();
    return all.filter((name) => !names.has(name)).map((name) => `${id}: ${name}`);
  });
  expect(wrong).toEqual([]);
});

test('every origin is one that is known', () => {
  const origins = facts.flatMap(({ from = {} }) => Object.values(from));
  const known = /^(construction \w+( \d)?|attribute (of the model )?[\w.]+|setting [A-Z_]+)$/;
  expect(origins.filter((origin) => !known.test(origin))).toEqual([]);
});

test('a path has its models, under each of its names; two where an argument decides', () => {
  const performed = (path: string): string[] =>
    libraries.of(path).map(({ performs }) => performs.map(({ operation }) => operation).join(' '));
  expect(performed('aws_lambda_powertools.utilities.parameters.get_secret')).toEqual(['get_secret_value']);
  expect(performed('aws_lambda_powertools.utilities.parameters.secrets.get_secret')).toEqual(['get_secret_value']);
  expect(performed('smart_open.open')).toEqual(['get_object head_object', 'put_object']);
  expect(libraries.of('no.such.path')).toEqual([]);
  expect(libraries.packages.has('awswrangler')).toBe(true);
});

test("a user's own model comes in place of the catalogue's", () => {
  const own: LibraryModelFact = {
    id: 'smart_open.open',
    source: 'OWN',
    distribution: 'smart-open',
    performs: [{ service: 's3', operation: 'get_object' }],
  };
  const mine = openLibraryModels(catalogue, [own]);
  expect(mine.of('smart_open.open')).toEqual([own]);
  expect(mine.of('awswrangler.s3.read_csv')).toEqual(libraries.of('awswrangler.s3.read_csv'));
});

describe('arguments', () => {
  test.for([
    ['table_name', { kind: 'argument', name: 'table_name' }],
    ['keys[]', { kind: 'argument', name: 'keys', each: 'item' }],
    ['parameters[key]', { kind: 'argument', name: 'parameters', each: 'key' }],
    ['paths[]|url-key', { kind: 'argument', name: 'paths', each: 'item', form: 'url-key' }],
    ['=/aws/sagemaker/TrainingJobs', { kind: 'text', text: '/aws/sagemaker/TrainingJobs' }],
    ['path|no-such-form', undefined],
    ['path|constructor', undefined],
  ] as const)('%s is read as %o', ([text, expected]) => {
    expect(readLibraryArgument(text)).toEqual(expected);
  });

  test.for([
    ['url-bucket', 's3://reports/2026/a.csv', 'reports'],
    ['url-key', 's3a://reports/2026/a.csv', '2026/a.csv'],
    ['url-prefix', 's3://reports/2026/', '2026/*'],
    ['url-prefix', 's3://reports', '*'],
    ['url-bucket', '/tmp/a.csv', undefined],
    ['path-bucket', 'reports/2026/a.csv', 'reports'],
    ['path-key', 's3://reports/2026/a.csv', '2026/a.csv'],
    ['path-prefix', 'reports/2026', '2026*'],
    ['prefix', 'models/', 'models/*'],
  ] as const)('%s of %s is %s', ([form, text, expected]) => {
    expect(libraryText(form, text)).toBe(expected);
  });
});
