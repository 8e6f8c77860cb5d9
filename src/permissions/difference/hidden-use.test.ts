import { expect, test } from 'vitest';
import { hiddenUse } from './hidden-use.ts';

const uses = (...actions: string[]): Parameters<typeof hiddenUse>[1] =>
  actions.map((action) => ({ action, resources: ['*'] }));

test.for<[string, string[], boolean]>([
  ['KMS:Decrypt', [], true],
  ['iam:PassRole', [], true],
  ['lambda:PassNetworkConnector', [], true],
  ['lambda:InvokeFunction', [], false],
  ['s3:GetObject', ['textract:StartDocumentAnalysis'], true],
  ['s3:GetObject', ['dynamodb:PutItem'], false],
  ['s3:DeleteObject', ['textract:StartDocumentAnalysis'], false],
  ['s3:GetObject', ['lambda:InvokeFunction'], false],
  ['comprehend:DetectDominantLanguage', ['translate:TranslateText'], true],
  ['comprehend:DetectSentiment', ['translate:TranslateText'], false],
])('%s beside %s may be used unseen: %s', ([action, others, hidden]) => {
  expect(hiddenUse(action, uses(...others)) !== null).toBe(hidden);
});
