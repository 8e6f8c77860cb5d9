import { expect, test } from 'vitest';
import { linesOf } from '../../../tests/boto3-operations.ts';

test.for([
  [
    'a role by the credentials that STS gives',
    `
import boto3
response = boto3.client('sts').assume_role(RoleArn='arn:role', RoleSessionName='s') #> sts.assume_role(RoleArn=arn:role, RoleSessionName=s)
credentials = response['Credentials']
s3 = boto3.client('s3', aws_access_key_id=credentials['AccessKeyId'], aws_secret_access_key=credentials['SecretAccessKey'])
s3.list_buckets() #> s3.list_buckets() as assumed-role arn:role
session = boto3.Session(credentials.get('AccessKeyId'), credentials['SecretAccessKey'])
session.client('sqs').list_queues() #> sqs.list_queues() as assumed-role arn:role
session.resource('s3').Bucket('b').delete() #> s3.delete_bucket(Bucket=b) through resource:Bucket.delete as assumed-role arn:role`,
  ],
  [
    'a role by a function',
    `
import boto3
def assume(role):
    return boto3.client('sts').assume_role_with_web_identity(RoleArn=role)['Credentials'] #> sts.assume_role_with_web_identity(RoleArn=arn:role)
credentials = assume('arn:role')
boto3.resource('s3', aws_access_key_id=credentials['AccessKeyId']).create_bucket(Bucket='b') #> s3.create_bucket(Bucket=b) through resource:ServiceResource.create_bucket as assumed-role arn:role`,
  ],
  [
    'a role that a role assumes',
    `
import boto3
first = boto3.client('sts').assume_role(RoleArn='one')['Credentials'] #> sts.assume_role(RoleArn=one)
sts = boto3.client('sts', aws_access_key_id=first['AccessKeyId'])
second = sts.assume_role(RoleArn='two')['Credentials'] #> sts.assume_role(RoleArn=two) as assumed-role one
boto3.client('s3', aws_access_key_id=second['AccessKeyId']).list_buckets() #> s3.list_buckets() as assumed-role two`,
  ],
  [
    'a session token keeps the identity',
    `
import boto3
token = boto3.client('sts').get_session_token()['Credentials'] #> sts.get_session_token()
boto3.client('s3', aws_access_key_id=token['AccessKeyId']).list_buckets() #> s3.list_buckets()`,
  ],
  [
    'keys',
    `
import boto3
boto3.client('s3', aws_access_key_id='AKIA', aws_secret_access_key='x').list_buckets() #> s3.list_buckets() as keys
boto3.Session(read('KEY'), read('SECRET')).client('s3').list_buckets() #> s3.list_buckets() as keys
boto3.client('s3', aws_access_key_id=None).list_buckets() #> s3.list_buckets()`,
  ],
  [
    'a profile',
    `
import boto3, botocore.session
botocore.session.Session(profile='dev').create_client('s3').list_buckets() #> s3.list_buckets() as profile dev
session = boto3.Session(profile_name='prod', region_name='x')
session.client('s3').list_buckets() #> s3.list_buckets() as profile prod
boto3.Session(profile_name=None).client('s3').list_buckets() #> s3.list_buckets()
boto3.Session(botocore_session=session).client('s3').list_buckets() #> s3.list_buckets() as profile prod`,
  ],
  [
    'a role of single sign-on',
    `
import boto3
role = boto3.client('sso').get_role_credentials(roleName='r', accountId='1', accessToken='t')['roleCredentials'] #> sso.get_role_credentials(roleName=r, accountId=1, accessToken=t)
boto3.Session(aws_access_key_id=role['accessKeyId']).client('s3').list_buckets() #> s3.list_buckets() as assumed-role r`,
  ],
  [
    'credentials that are renewed',
    `
import boto3, botocore.session
from botocore.credentials import AssumeRoleCredentialFetcher, DeferredRefreshableCredentials, RefreshableCredentials
def refresh():
    credentials = boto3.client('sts').assume_role(RoleArn='r')['Credentials'] #> sts.assume_role(RoleArn=r)
    return {'access_key': credentials['AccessKeyId'], 'token': credentials['SessionToken']}
renewed = RefreshableCredentials.create_from_metadata(metadata=refresh(), refresh_using=refresh, method='sts-assume-role')
boto3.client('s3', aws_access_key_id=renewed.access_key).list_buckets() #> s3.list_buckets() as assumed-role r
fetcher = AssumeRoleCredentialFetcher(None, None, 'q')
deferred = DeferredRefreshableCredentials(method='assume-role', refresh_using=fetcher.fetch_credentials)
boto3.client('s3', aws_access_key_id=deferred.access_key).list_buckets() #> s3.list_buckets() as assumed-role q`,
  ],
  [
    'credentials of another session',
    `
import boto3
credentials = boto3.Session(profile_name='prod').get_credentials()
boto3.client('s3', aws_access_key_id=credentials.access_key).list_buckets() #> s3.list_buckets() as profile prod`,
  ],
] as const)('%s', ([, text]) => {
  const { found, expected } = linesOf(text);
  expect(found).toEqual(expected);
});
