import { expect, test } from 'vitest';
import { findingsOn } from '../../../tests/judge-files.ts';
import { check } from './transport-unencrypted.ts';

const [bad] = check.docs.bad;

test.for<[title: string, before: string, after: string, expected: object]>([
  ['nothing said', '', '', { verdict: 'fail', severity: 'risk', subject: 'app', at: { file: 'main.bicep', line: 1 } }],
  ['HTTPS only', 'properties: {', 'properties: {\n    httpsOnly: true', { verdict: 'pass', at: { line: 7 } }],
  ['properties of elsewhere', 'properties: {', 'properties: {\n    ...shared', { verdict: 'unknown' }],
])('%s', async ([, before, after, expected]) => {
  const files = { ...bad.files, 'main.bicep': (bad.files['main.bicep'] ?? '').replace(before, after) };
  expect(await findingsOn('transport-unencrypted', files)).toMatchObject([expected]);
});
