# A function returns two clients and a name as a tuple
import boto3


def connect():
    return boto3.client("s3"), boto3.client("sns"), "uploads"


def handler(event, context):
    s3, sns, bucket = connect()
    s3.delete_objects(Bucket=bucket, Delete={"Objects": [{"Key": "a"}]})  #> s3.delete_objects Bucket='uploads' Delete={}
    sns.publish(Message="done", TopicArn=f"arn:{bucket}")  #> sns.publish TopicArn='arn:uploads'
