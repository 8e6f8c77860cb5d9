# A bucket's only attribute lists buckets
import boto3

bucket = boto3.resource("s3").Bucket("b")
print(bucket.name, bucket.creation_date)  #> s3.list_buckets through=*
