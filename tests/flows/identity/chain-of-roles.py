# A role is assumed from a role
import boto3


def assume(session, arn):
    c = session.client("sts").assume_role(RoleArn=arn, RoleSessionName="s")["Credentials"]  #> sts.assume_role; sts.assume_role identity=assumed-role('arn:hub')
    return boto3.Session(aws_access_key_id=c["AccessKeyId"], aws_secret_access_key=c["SecretAccessKey"], aws_session_token=c["SessionToken"])


hub = assume(boto3.Session(), "arn:hub")
spoke = assume(hub, "arn:spoke")
spoke.client("s3").list_buckets()  #> s3.list_buckets identity=assumed-role('arn:spoke')
