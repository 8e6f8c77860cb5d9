# A role only if one is given
import boto3


def client(service, role=None):
    if role is None:
        return boto3.client(service)
    c = boto3.client("sts").assume_role(RoleArn=role, RoleSessionName="s")["Credentials"]  #> sts.assume_role RoleArn='arn:r'
    return boto3.client(service, aws_access_key_id=c["AccessKeyId"], aws_secret_access_key=c["SecretAccessKey"], aws_session_token=c["SessionToken"])


client("s3").list_buckets()  #> s3.list_buckets
client("s3", "arn:r").list_objects_v2(Bucket="b")  #> s3.list_objects_v2 identity=assumed-role('arn:r') Bucket='b'
