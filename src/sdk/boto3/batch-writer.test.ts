import { expect, test } from 'vitest';
import { linesOf } from '../../../tests/boto3-operations.ts';

test.for([
  [
    'writes are sent together',
    `
import boto3
table = boto3.resource('dynamodb').Table('t')
with table.batch_writer(overwrite_by_pkeys=['id']) as batch: #> ?dynamodb.batch_write_item(TableName=t) through resource:Table.batch_writer
    batch.put_item(Item={}) #> dynamodb.batch_write_item(TableName=t) through resource:Table.batch_writer
    batch.delete_item(Key={}) #> dynamodb.batch_write_item(TableName=t) through resource:Table.batch_writer
    batch.get_item(Key={})`,
  ],
  [
    'the class behind it',
    `
import boto3
from boto3.dynamodb.table import BatchWriter
client = boto3.resource('dynamodb').meta.client
BatchWriter('t', client).put_item(Item={}) #> dynamodb.batch_write_item(TableName=t) through resource:Table.batch_writer`,
  ],
] as const)('%s', ([, text]) => {
  const { found, expected } = linesOf(text);
  expect(found).toEqual(expected);
});
