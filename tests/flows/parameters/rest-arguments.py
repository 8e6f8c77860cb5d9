# Values of *args are taken by a loop
import boto3

s3 = boto3.client("s3")


def remove(*keys):
    for key in keys:
        s3.delete_object(Bucket="tmp", Key=key)  #> s3.delete_object Bucket='tmp' Key='a'|'b'


remove("a", "b")
