# Attributes of listed summaries are there already
import boto3

bucket = boto3.resource("s3").Bucket("b")
total = sum(o.size for o in bucket.objects.all())  #> s3.list_objects through=* Bucket='b'
for o in bucket.objects.filter(Prefix="x"):  #> s3.list_objects through=* Bucket='b' Prefix='x'
    print(o.key, o.last_modified, o.storage_class)
