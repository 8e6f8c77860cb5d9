import { expect, test } from 'vitest';
import { callLines } from '../../../tests/call-lines.ts';

test.for<[string, Record<string, string>, string[]]>([
  [
    'functions of a library, by each way of importing them',
    {
      'app.py': `
from aws_lambda_powertools.utilities import parameters
from aws_lambda_powertools.utilities.parameters import get_secret as secret
import awswrangler as wr
parameters.get_parameter('/shop/url')
secret('db')
wr.s3.read_parquet(path='s3://reports/2026/')`,
    },
    [
      'app.py:5 ssm.get_parameter(Name=/shop/url) library:aws_lambda_powertools.utilities.parameters.get_parameter',
      'app.py:6 secretsmanager.get_secret_value(SecretId=db) library:aws_lambda_powertools.utilities.parameters.get_secret',
      'app.py:7 s3.list_objects_v2(Bucket=reports) library:awswrangler.s3.read_parquet',
      'app.py:7 s3.get_object(Bucket=reports, Key=2026/*) library:awswrangler.s3.read_parquet',
      'app.py:7 s3.head_object(Bucket=reports, Key=2026/*) library:awswrangler.s3.read_parquet',
    ],
  ],
  [
    'methods of objects, with what these were made of',
    {
      'store.py': `
import os
from aws_lambda_powertools.utilities.parameters import DynamoDBProvider
table = DynamoDBProvider(table_name=os.environ['SETTINGS'])`,
      'app.py': `
from store import table
def handler(event, context):
    return table.get('theme')`,
    },
    [
      'app.py:4 dynamodb.get_item(TableName=$SETTINGS) library:aws_lambda_powertools.utilities.parameters.DynamoDBProvider.get',
    ],
  ],
  [
    'addresses that are put together',
    {
      'app.py': `
import os
import pandas as pd
BUCKET = os.environ['BUCKET']
def handler(event, context):
    frame = pd.read_csv(f's3://{BUCKET}/in/{event["id"]}.csv')
    frame.describe().to_parquet('s3://' + BUCKET + '/out.parquet')
    pd.read_csv('/tmp/other.csv')
def save(frame):
    frame.to_csv(f"s3://{BUCKET}/a.csv")
    frame.to_csv("a.csv")`,
    },
    [
      'app.py:6 s3.get_object(Bucket=$BUCKET, Key=?) library:pandas.read_csv',
      'app.py:6 s3.head_object(Bucket=$BUCKET, Key=?) library:pandas.read_csv',
      'app.py:7 s3.put_object(Bucket=$BUCKET, Key=out.parquet*) library:pandas.DataFrame.to_parquet',
      'app.py:10 ~s3.put_object(Bucket=$BUCKET, Key=a.csv*) library:pandas.DataFrame.to_csv',
    ],
  ],
  [
    'the mode of opening',
    {
      'app.py': `
from smart_open import open
open('s3://a/b')
open('s3://a/b', 'wb')
open('b', 'wb')`,
    },
    [
      'app.py:3 s3.get_object(Bucket=a, Key=b) library:smart_open.open',
      'app.py:3 s3.head_object(Bucket=a, Key=b) library:smart_open.open',
      'app.py:4 s3.put_object(Bucket=a, Key=b) library:smart_open.open',
    ],
  ],
  [
    'models of tables, also in another module, and what they give',
    {
      'models.py': `
from pynamodb.models import Model
class Order(Model):
    class Meta:
        table_name = 'orders'`,
      'app.py': `
from models import Order
def handler(event, context):
    order = Order.get(event['id'])
    order.update(actions=[])
    for one in Order.query('open'):
        one.delete()
    Order(id='a').save()`,
    },
    [
      'app.py:4 dynamodb.get_item(TableName=orders) library:pynamodb.models.Model.get',
      'app.py:5 dynamodb.update_item(TableName=orders) library:pynamodb.models.Model.update',
      'app.py:6 dynamodb.query(TableName=orders) library:pynamodb.models.Model.query',
      'app.py:7 dynamodb.delete_item(TableName=orders) library:pynamodb.models.Model.delete',
      'app.py:8 dynamodb.put_item(TableName=orders) library:pynamodb.models.Model.save',
    ],
  ],
  [
    'a session that is passed on says with whose rights',
    {
      'app.py': `
import awswrangler as wr
import boto3
wr.secretsmanager.get_secret('a', boto3_session=boto3.Session(profile_name='other'))`,
    },
    ['app.py:4 secretsmanager.get_secret_value(SecretId=a) library:awswrangler.secretsmanager.get_secret as profile'],
  ],
  [
    'a file system that is made by its protocol',
    {
      'app.py': `
import fsspec
store = fsspec.filesystem('s3', anon=False)
local = fsspec.filesystem('file')
with store.open('reports/a.csv', 'w') as file:
    file.write('a')
store.ls('reports')
local.ls('reports')`,
    },
    [
      'app.py:5 s3.put_object(Bucket=reports, Key=a.csv) library:s3fs.S3FileSystem.open',
      'app.py:7 s3.list_objects_v2(Bucket=reports) library:s3fs.S3FileSystem.ls',
    ],
  ],
  [
    'a table that is wrapped, and a client that is kept',
    {
      'app.py': `
import boto3
from cachetools import cached
from dynamodb_encryption_sdk.encrypted.table import EncryptedTable
orders = EncryptedTable(table=boto3.resource('dynamodb').Table('orders'), materials_provider=None)
orders.put_item(Item={})
@cached(cache={})
def storage():
    return boto3.client('s3')
storage().list_buckets()`,
    },
    [
      'app.py:5 dynamodb.describe_table(TableName=orders) library:dynamodb_encryption_sdk.encrypted.table.EncryptedTable',
      'app.py:6 dynamodb.put_item(TableName=orders) library:dynamodb_encryption_sdk.encrypted.table.EncryptedTable.put_item',
      'app.py:10 s3.list_buckets()',
    ],
  ],
  [
    'a copy of the library in the program is not the code of the program',
    {
      'app.py': `
from smart_open import open
open('s3://a/b', 'w')`,
      'smart_open/__init__.py': `
import boto3
def open(uri, mode='r'):
    return boto3.client('s3').get_object(Bucket='x', Key=uri)`,
    },
    ['app.py:3 s3.put_object(Bucket=a, Key=b) library:smart_open.open'],
  ],
])('%s', ([, files, expected]) => {
  expect(callLines(files)).toEqual(expected);
});
