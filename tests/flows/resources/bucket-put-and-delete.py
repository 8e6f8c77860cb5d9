# put_object of a bucket gives the object
import boto3

bucket = boto3.resource("s3").Bucket("b")


def run():
    obj = bucket.put_object(Key="k", Body=b"x")  #> s3.put_object through=resource:Bucket.put_object Bucket='b' Key='k'
    obj.Acl().put(ACL="public-read")  #> s3.put_object_acl through=resource:ObjectAcl.put Bucket='b'
    obj.wait_until_exists()  #> s3.head_object through=* Bucket='b'
    bucket.delete_objects(Delete={"Objects": [{"Key": "k"}]})  #> s3.delete_objects through=resource:Bucket.delete_objects Bucket='b'
    bucket.delete()  #> s3.delete_bucket through=resource:Bucket.delete Bucket='b'
    bucket.wait_until_not_exists()  #> s3.head_bucket through=* Bucket='b'
