# A client is built from the credentials of a role
import boto3

sts = boto3.client("sts")


def handler(event, context):
    answer = sts.assume_role(RoleArn="arn:aws:iam::111122223333:role/reader", RoleSessionName="app")  #> sts.assume_role RoleArn='arn:aws:iam::111122223333:role/reader' RoleSessionName='app'
    credentials = answer["Credentials"]
    s3 = boto3.client(
        "s3",
        aws_access_key_id=credentials["AccessKeyId"],
        aws_secret_access_key=credentials["SecretAccessKey"],
        aws_session_token=credentials["SessionToken"],
    )
    return s3.list_buckets()  #> s3.list_buckets identity=assumed-role('arn:aws:iam::111122223333:role/reader')
