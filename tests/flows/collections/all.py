# All objects of a bucket are listed, and each is read
import boto3

bucket = boto3.resource("s3").Bucket("photos")


def handler(event, context):
    for summary in bucket.objects.all():  #> s3.list_objects through=* Bucket='photos'
        summary.get()  #> s3.get_object through=resource:ObjectSummary.get Bucket='photos'
