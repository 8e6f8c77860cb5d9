import { expect, test } from 'vitest';
import { linesOf } from '../../../tests/boto3-operations.ts';

test.for([
  [
    'what comes out of a response is no SDK object',
    `
import boto3
s3 = boto3.client('s3')
response = s3.get_object(Bucket='a', Key='b') #> s3.get_object(Bucket=a, Key=b)
response.copy()
response['Metadata'].copy().get('x')
response['Body'].read().delete()
response.get('Parts', []).upload_file('f', 'b', 'k')
for part in response['Parts']:
    part.get('x').put_object(Bucket='a')
with response['Body'] as body:
    body.load()`,
  ],
  [
    'a dictionary is no client',
    `
import boto3
x = {'a': 1}
x.copy()
x.get('a')`,
  ],
] as const)('%s', ([, text]) => {
  const { found, expected } = linesOf(text);
  expect(found).toEqual(expected);
});
