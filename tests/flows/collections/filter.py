# A filtered collection with a limit and pages
import boto3

bucket = boto3.resource("s3").Bucket("photos")


def handler(event, context):
    names = [item.key for item in bucket.objects.filter(Prefix="2026/").limit(10)]  #> s3.list_objects through=* Bucket='photos' Prefix='2026/'
    for page in bucket.object_versions.filter(Prefix="a").pages():  #> s3.list_object_versions through=* Prefix='a'
        names.append(len(page))
    return names
