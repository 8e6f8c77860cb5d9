# Libraries that make a session of a role, and localstack's own session
import boto3
import boto3_assume
from aws_assume_role_lib import assume_role
from localstack_client import session as localstack

base = boto3.Session()
boto3_assume.assume_role_session(base, "arn:aws:iam::1:role/a", "x").client("sqs").list_queues()  #> sqs.list_queues identity=assumed-role('arn:aws:iam::1:role/a')
boto3_assume.assume_role(base, assume_role_kwargs={"RoleArn": "arn:aws:iam::1:role/b"}).client("sns").list_topics()  #> sns.list_topics identity=assumed-role('arn:aws:iam::1:role/b')
assume_role(base, RoleArn="arn:aws:iam::1:role/c").client("iam").list_users()  #> iam.list_users identity=assumed-role('arn:aws:iam::1:role/c')
localstack.Session().client("kms").list_keys()  #> kms.list_keys identity=keys
localstack.client("s3").list_buckets()  #> s3.list_buckets identity=keys
