# Two modules that import each other
# file: a.py
import boto3
import b

client = boto3.client("s3")


def run():
    return b.read("k")
# file: b.py
import a


def read(key):
    return a.client.get_object(Bucket="b", Key=key)  #> s3.get_object Bucket='b' Key='k'
