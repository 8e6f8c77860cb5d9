# A partial of an operation keeps some of its arguments
from functools import partial

import boto3

put = partial(boto3.client("s3").put_object, Bucket="exports", ACL="private")  #> either s3.put_object Bucket='exports' ACL='private'


def handler(event, context):
    put(Key="a.csv", Body=b"")  #> either s3.put_object Bucket='exports' ACL='private' Key='a.csv'
