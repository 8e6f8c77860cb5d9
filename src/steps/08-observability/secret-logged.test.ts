import { expect, test } from 'vitest';
import { findingsOn } from '../../../tests/judge-files.ts';
import { functionFiles } from '../examples.ts';

const google = (line: string): Record<string, string> =>
  functionFiles(
    `import logging\nfrom google.cloud import secretmanager\n\nlogger = logging.getLogger()\n\ndef handler(event, context):\n    client = secretmanager.SecretManagerServiceClient()\n    response = client.access_secret_version(name="a")\n    token = response.payload.data.decode()\n    ${line}\n`,
  );

test.for<[line: string, expected: object]>([
  ['logger.info("token %s", token)', { verdict: 'fail', severity: 'risk', at: { file: 'app.py', line: 10 } }],
  ['logger.info(f"got {response.name}")', { verdict: 'pass' }],
  ['logger.debug(token)', { verdict: 'fail', severity: 'improvement' }],
  ['call(token)', { verdict: 'not-applicable' }],
])('%s', async ([line, expected]) => {
  expect(await findingsOn('secret-logged', google(line))).toMatchObject([expected]);
});
