# All objects of a bucket are deleted by the collection
import boto3


def handler(event, context):
    bucket = boto3.resource("s3").Bucket("tmp")
    bucket.objects.all().delete()  #> s3.list_objects through=* Bucket='tmp'; s3.delete_objects through=* Bucket='tmp'
    bucket.objects.filter(Prefix="x/").delete()  #> s3.list_objects through=* Prefix='x/'; s3.delete_objects through=*
