import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';
import { cloudformation } from '../../../tests/sam-files.ts';
import { functionFiles, handlerModule } from '../examples.ts';

const id = 'tracing-off';

const serverless = (provider: string): Files => ({
  'app.py': handlerModule,
  'serverless.yml': `service: a\nprovider:\n  name: aws\n  runtime: python3.13\n${provider}functions:\n  hello: { handler: app.handler }\n`,
});

test.for<[title: string, files: Files, expected: object]>([
  ['CloudFormation', cloudformation('', ', TracingConfig: { Mode: Active }'), { verdict: 'pass' }],
  ['CloudFormation without it', cloudformation(''), { verdict: 'fail', at: { line: 2 } }],
  ['Serverless for all functions', serverless('  tracing: { lambda: true }\n'), { verdict: 'pass' }],
  ['Serverless without it', serverless(''), { verdict: 'fail' }],
  ['a value of the deployment', functionFiles(handlerModule, 'Tracing: !Ref Mode'), { verdict: 'unknown' }],
])('%s', async ([, files, expected]) => {
  expect(await findingsOn(id, files)).toMatchObject([expected]);
});
