import { expect, test } from 'vitest';
import { linesOf } from '../../../tests/boto3-operations.ts';

test.for([
  [
    'what the holder of a URL may do',
    `
import boto3
s3 = boto3.client('s3')
s3.generate_presigned_url('get_object', Params={'Bucket': 'a', 'Key': 'b'}, ExpiresIn=5) #> s3.get_object(Bucket=a, Key=b) through presigned
s3.generate_presigned_url(ClientMethod='put_object', Params={'Bucket': 'a'}) #> s3.put_object(Bucket=a) through presigned
s3.generate_presigned_post('a', 'b', Fields=None) #> s3.put_object(Bucket=a, Key=b) through presigned
boto3.client('sts').generate_presigned_url('get_caller_identity') #> sts.get_caller_identity() through presigned`,
  ],
  [
    'an operation that is not known',
    `
import boto3, sys
boto3.client('s3').generate_presigned_url(sys.argv[1], Params={}) #> unresolved`,
  ],
] as const)('%s', ([, text]) => {
  const { found, expected } = linesOf(text);
  expect(found).toEqual(expected);
});
