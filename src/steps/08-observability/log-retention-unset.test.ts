import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';
import { cloudformation } from '../../../tests/sam-files.ts';
import { handlerModule } from '../examples.ts';

const id = 'log-retention-unset';

const group = (properties: string): string =>
  `  Logs:\n    Type: AWS::Logs::LogGroup\n    Properties: { ${properties} }\n`;
const serverless = (provider: string): Files => ({
  'app.py': handlerModule,
  'serverless.yml': `service: a\nprovider:\n  name: aws\n  runtime: python3.13\n${provider}functions:\n  hello: { handler: app.handler }\n`,
});

test.for<[title: string, files: Files, expected: object]>([
  ['none', cloudformation(''), { verdict: 'fail', at: { line: 2 } }],
  [
    'by reference',
    cloudformation(group('LogGroupName: !Sub "/aws/lambda/${Worker}", RetentionInDays: 7')),
    { verdict: 'pass' },
  ],
  [
    'of another function',
    cloudformation(group('LogGroupName: /aws/lambda/other, RetentionInDays: 7')),
    { verdict: 'fail' },
  ],
  [
    'without a number',
    cloudformation(group('LogGroupName: !Sub "/aws/lambda/${Worker}"')),
    { verdict: 'fail', at: { line: 5 } },
  ],
  [
    'whose name is a parameter',
    cloudformation(group('LogGroupName: !Ref Name, RetentionInDays: 7')),
    { verdict: 'unknown' },
  ],
  ['Serverless', serverless('  logRetentionInDays: 14\n'), { verdict: 'pass' }],
  ['Serverless without it', serverless(''), { verdict: 'fail' }],
])('%s', async ([, files, expected]) => {
  expect(await findingsOn(id, files)).toMatchObject([expected]);
});
