# Credentials go through a helper that renames them
import os
import boto3


def credentials():
    r = boto3.client("sts").assume_role(RoleArn=os.environ["ROLE"], RoleSessionName="s")  #> sts.assume_role RoleArn=$ROLE
    c = r.get("Credentials", {})
    return c.get("AccessKeyId"), c.get("SecretAccessKey"), c.get("SessionToken")


key, secret, token = credentials()
boto3.resource("s3", aws_access_key_id=key, aws_secret_access_key=secret, aws_session_token=token).Bucket("b").delete()  #> s3.delete_bucket through=resource:Bucket.delete identity=assumed-role($ROLE) Bucket='b'
