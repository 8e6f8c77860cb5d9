import { expect, test } from 'vitest';
import { makesClient } from './makes-client.ts';

test.each([
  ['local_session(factory).client("s3")', true],
  ["session.resource(\n    'dynamodb')", true],
  ['session.client(service)', false],
  ['client("s3")', false],
  ['', false],
])('%j: %s', (text, wanted) => {
  expect(makesClient(new TextEncoder().encode(text))).toBe(wanted);
});
