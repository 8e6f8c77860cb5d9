# Arguments by two double stars and a keyword
import boto3

s3 = boto3.client("s3")
BASE = {"Bucket": "b"}


def run(key):
    s3.put_object(**BASE, **{"Key": f"in/{key}"}, Body=b"")  #> s3.put_object Bucket='b' Key~'in/*'
    s3.put_object(**(BASE | {"Key": "fixed"}))  #> s3.put_object Bucket='b' Key='fixed'
    s3.put_object(**{**BASE, "Key": "third"})  #> s3.put_object Bucket='b' Key='third'
    s3.put_object(**dict(BASE, Key="fourth"))  #> s3.put_object Bucket='b' Key='fourth'
