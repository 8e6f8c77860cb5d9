# filter and sorted call lambdas that ask the service
import boto3

s3 = boto3.client("s3")


def handler(event, context):
    kept = filter(lambda name: s3.get_bucket_location(Bucket=name), ["a", "b"])  #> s3.get_bucket_location Bucket='a'|'b'
    return sorted(kept, key=lambda name: s3.get_bucket_accelerate_configuration(Bucket=name).get("Status", ""))  #> s3.get_bucket_accelerate_configuration Bucket='a'|'b'
