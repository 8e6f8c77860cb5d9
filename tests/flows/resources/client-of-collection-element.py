# meta.client of elements
import boto3

s3 = boto3.resource("s3")

for bucket in s3.buckets.all():  #> s3.list_buckets through=*
    bucket.meta.client.get_bucket_encryption(Bucket=bucket.name)  #> s3.get_bucket_encryption
    region = bucket.meta.client.meta.region_name
    for obj in bucket.objects.all():  #> s3.list_objects through=*
        obj.meta.client.get_object_tagging(Bucket=bucket.name, Key=obj.key)  #> s3.get_object_tagging
