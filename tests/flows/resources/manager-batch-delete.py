# Batch actions upon the manager itself
import boto3

s3 = boto3.resource("s3")


def empty(name):
    bucket = s3.Bucket(name)
    bucket.objects.delete()  #> s3.list_objects through=* Bucket='b'; s3.delete_objects through=* Bucket='b'
    bucket.object_versions.delete()  #> s3.list_object_versions through=* Bucket='b'; s3.delete_objects through=* Bucket='b'
    bucket.object_versions.all().delete()  #> s3.list_object_versions through=* Bucket='b'; s3.delete_objects through=* Bucket='b'


empty("b")
