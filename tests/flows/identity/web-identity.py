# A role assumed with a token of another provider
import boto3


def handler(event, context):
    sts = boto3.client("sts")
    token = sts.assume_role_with_web_identity(RoleArn="arn:web", RoleSessionName="w", WebIdentityToken=event["token"])  #> sts.assume_role_with_web_identity RoleArn='arn:web'
    c = token["Credentials"]
    session = boto3.Session(aws_access_key_id=c["AccessKeyId"], aws_secret_access_key=c["SecretAccessKey"], aws_session_token=c["SessionToken"])
    session.client("s3").list_buckets()  #> s3.list_buckets identity=assumed-role('arn:web')
