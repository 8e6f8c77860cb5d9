import { expect, test } from 'vitest';
import { linesOf } from '../../../tests/boto3-operations.ts';

test.for([
  [
    'uploads',
    `
import boto3
s3 = boto3.client('s3')
s3.upload_file('f', 'b', 'k', ExtraArgs={'ACL': 'private'}) #> s3.put_object(ACL=private, Bucket=b, Key=k) through transfer:upload_file + s3.create_multipart_upload(ACL=private, Bucket=b, Key=k) through transfer:upload_file + s3.upload_part(Bucket=b, Key=k) through transfer:upload_file + s3.complete_multipart_upload(Bucket=b, Key=k) through transfer:upload_file`,
  ],
  [
    'downloads',
    `
import boto3
s3 = boto3.resource('s3')
s3.meta.client.download_fileobj('b', 'k', open('f')) #> s3.head_object(Bucket=b, Key=k) through transfer:download_fileobj + s3.get_object(Bucket=b, Key=k) through transfer:download_fileobj
s3.Bucket('b').download_file('k', 'f') #> s3.head_object(Bucket=b, Key=k) through transfer:download_file + s3.get_object(Bucket=b, Key=k) through transfer:download_file
s3.Object('b', 'k').download_file(Filename='f') #> s3.head_object(Bucket=b, Key=k) through transfer:download_file + s3.get_object(Bucket=b, Key=k) through transfer:download_file`,
  ],
  [
    'a copy reads from the source with the source’s client',
    `
import boto3
source = boto3.Session(profile_name='p').client('s3')
target = boto3.client('s3')
target.copy({'Bucket': 'a', 'Key': 'x'}, 'b', 'y', SourceClient=source) #> s3.head_object(Bucket=a, Key=x) through transfer:copy as profile p + s3.copy_object(Bucket=b, Key=y, CopySource={Bucket: a, Key: x}) through transfer:copy + s3.create_multipart_upload(Bucket=b, Key=y) through transfer:copy + s3.upload_part_copy(Bucket=b, Key=y, CopySource={Bucket: a, Key: x}) through transfer:copy + s3.complete_multipart_upload(Bucket=b, Key=y) through transfer:copy`,
  ],
  [
    'a copy of tags',
    `
import boto3
source = {'Bucket': 'a', 'Key': 'x'}
boto3.resource('s3').Object('b', 'y').copy(source, ExtraArgs={'TaggingDirective': 'REPLACE', 'Tagging': 'a=b'}) #> s3.head_object(Bucket=a, Key=x) through transfer:copy + s3.copy_object(TaggingDirective=REPLACE, Tagging=a=b, Bucket=b, Key=y, CopySource={Bucket: a, Key: x}) through transfer:copy + s3.create_multipart_upload(Tagging=a=b, Bucket=b, Key=y) through transfer:copy + s3.upload_part_copy(Bucket=b, Key=y, CopySource={Bucket: a, Key: x}) through transfer:copy + s3.complete_multipart_upload(Bucket=b, Key=y) through transfer:copy + s3.put_object_tagging(Tagging=a=b, Bucket=b, Key=y) through transfer:copy`,
  ],
  [
    'classes of s3transfer',
    `
import boto3
from boto3.s3.transfer import S3Transfer
from s3transfer.manager import TransferManager
S3Transfer(boto3.client('s3')).download_file('b', 'k', 'f') #> s3.head_object(Bucket=b, Key=k) through transfer:download_file + s3.get_object(Bucket=b, Key=k) through transfer:download_file
with TransferManager(boto3.client('s3')) as manager:
    manager.delete(bucket='b', key='k') #> s3.delete_object(Bucket=b, Key=k) through transfer:delete`,
  ],
  [
    'a client of another service has no transfers',
    `
import boto3
boto3.client('ec2').upload_file('f', 'b', 'k')`,
  ],
] as const)('%s', ([, text]) => {
  const { found, expected } = linesOf(text);
  expect(found).toEqual(expected);
});
