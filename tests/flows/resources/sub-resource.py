# A bucket's object, by the bucket and by the service
import boto3

s3 = boto3.resource("s3")


def handler(event, context):
    s3.Bucket("b").Object("k").get()  #> s3.get_object through=resource:Object.get Bucket='b' Key='k'
    s3.Object("b", "k").put(Body=b"")  #> s3.put_object through=resource:Object.put Bucket='b' Key='k'
    s3.Object(bucket_name="b", key=event["key"]).delete()  #> s3.delete_object through=resource:Object.delete Bucket='b' Key=?
    s3.Object("b", "k").Acl().put(ACL="private")  #> s3.put_object_acl through=resource:ObjectAcl.put Bucket='b' Key='k' ACL='private'
