# The method's name is a constant string
import boto3

client = boto3.client("s3")
OPERATION = "get_object_acl"


def handler(event, context):
    getattr(client, "get_object")(Bucket="b", Key="k")  #> s3.get_object Bucket='b' Key='k'
    getattr(client, OPERATION)(Bucket="b", Key="k")  #> s3.get_object_acl Bucket='b' Key='k'
    method = getattr(client, "put_object_acl", None)
    method(Bucket="b", Key="k", ACL="private")  #> s3.put_object_acl Bucket='b' ACL='private'
