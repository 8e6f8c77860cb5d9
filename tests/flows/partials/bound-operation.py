# A partial of an operation keeps some of its arguments, and performs where it is called
from functools import partial

import boto3

s3 = boto3.client("s3")
put = partial(s3.put_object, Bucket="exports", ACL="private")
public = partial(put, ACL="public-read")


def handler(event, context):
    put(Key="a.csv", Body=b"")  #> s3.put_object Bucket='exports' ACL='private' Key='a.csv'
    public(Key="b.csv", Body=b"")  #> s3.put_object Bucket='exports' ACL='public-read' Key='b.csv'
    head = partial(s3.head_object, Bucket="exports")
    head(Key="c.csv")  #> s3.head_object Bucket='exports' Key='c.csv'
    partial(s3.get_object, Bucket="exports")(Key="d.csv")  #> s3.get_object Bucket='exports' Key='d.csv'
