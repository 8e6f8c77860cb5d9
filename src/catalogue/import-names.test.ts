import { expect, test } from 'vitest';
import { openCatalogue } from './catalogue.ts';
import { importNames } from './import-names.ts';

const catalogue = openCatalogue();
const names = importNames(catalogue);

test.each<[imported: string, path: string, ...distributions: string[]]>([
  ['yaml', 'yaml', 'pyyaml'],
  ['PIL.Image', 'PIL', 'pillow'],
  ['cv2', 'cv2', 'opencv-python', 'opencv-python-headless'],
  ['psycopg2.extras', 'psycopg2', 'psycopg2', 'psycopg2-binary'],
  ['requests', 'requests', 'requests'],
  ['typing_extensions.Self', 'typing_extensions', 'typing-extensions'],
  ['google.cloud.storage.Client', 'google.cloud.storage', 'google-cloud-storage'],
  ['google.protobuf.message', 'google.protobuf', 'protobuf'],
  ['azure.storage.blob.aio', 'azure.storage.blob', 'azure-storage-blob'],
  ['opentelemetry.trace', 'opentelemetry.trace', 'opentelemetry-api'],
  ['opentelemetry.sdk.trace.export', 'opentelemetry.sdk', 'opentelemetry-sdk'],
  ['opentelemetry.sdk.extension.aws.trace', 'opentelemetry.sdk.extension.aws', 'opentelemetry-sdk-extension-aws'],
  [
    'airflow.providers.cncf.kubernetes.operators',
    'airflow.providers.cncf.kubernetes',
    'apache-airflow-providers-cncf-kubernetes',
  ],
  ['airflow.models', 'airflow', 'apache-airflow', 'apache-airflow-core'],
])('%s', (imported, path, ...distributions) => {
  expect(names.ownerOf(imported)).toEqual({ path, distributions });
});

test.each([
  'google',
  'google.cloud',
  'azure.storage',
  'opentelemetry',
  'requestsx',
  'nobody_has_this.name',
  '',
  '.',
  'os',
])('nothing is known of %j', (imported) => {
  expect(names.ownerOf(imported)).toBeUndefined();
});

test('the names are read once', () => {
  expect(importNames(catalogue)).toBe(names);
});

test('each name has one row, in one dataset, and only where it differs from the distribution', () => {
  const { facts, same, sources } = catalogue.load('python/distributions');
  const own = Object.values(same).flatMap((list) => list.split(' '));
  const paths = [...facts.map(({ id }) => id), ...own.map((name) => name.replaceAll(/[-.]/g, '_'))];
  expect(new Set(paths).size).toBe(paths.length);
  expect(Object.keys(sources)).toEqual(expect.arrayContaining(Object.keys(same)));
  for (const { id, distributions } of facts) {
    expect(distributions.join(' '), id).toMatch(/^[a-z0-9-]+( [a-z0-9-]+)*$/);
    expect(distributions.length === 1 && distributions[0].replaceAll('-', '_') === id, id).toBe(false);
  }
  const sdks = new Set(catalogue.load('python/sdk-distributions').facts.map(({ distribution }) => distribution));
  const all = [...own, ...facts.flatMap(({ distributions }) => distributions)];
  expect(all.filter((name) => sdks.has(name))).toEqual([]);
});
