# More values than anybody wants to see become unknown, the call stays
import boto3

s3 = boto3.client("s3")


def handler(event, context):
    for first in ("a", "b", "c", "d", "e", "f", "g", "h"):
        for second in ("1", "2", "3", "4", "5", "6", "7", "8"):
            s3.head_bucket(Bucket=f"{first}-{second}")  #> s3.head_bucket Bucket=*
