# A match over types reads the client of each
import boto3


class Put:
    key = "a"


class Delete:
    key = "b"


def apply(change):
    s3 = boto3.client("s3")
    match change:
        case Put(key=key):
            s3.put_object(Bucket="b", Key=key)  #> s3.put_object Bucket='b' Key=*
        case Delete():
            s3.delete_object(Bucket="b", Key=change.key)  #> s3.delete_object Bucket='b' Key=*


apply(Put())
apply(Delete())
