import { expect, test } from 'vitest';
import { linesOf } from '../../../tests/boto3-operations.ts';

test.for([
  [
    'a waiter of a client',
    `
import boto3
s3 = boto3.client('s3')
waiter = s3.get_waiter('object_exists') #> ?s3.head_object() through waiter:object_exists
waiter.wait(Bucket='a', Key='b', WaiterConfig={'Delay': 1}) #> s3.head_object(Bucket=a, Key=b) through waiter:object_exists
waiter.config.delay.copy()`,
  ],
  [
    'a name that is not known',
    `
import boto3, sys
boto3.client('s3').get_waiter(sys.argv[1]).wait(Bucket='b') #> unresolved`,
  ],
] as const)('%s', ([, text]) => {
  const { found, expected } = linesOf(text);
  expect(found).toEqual(expected);
});
