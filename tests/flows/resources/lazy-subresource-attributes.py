# Attributes of sub-resources load
import boto3

s3 = boto3.resource("s3")


def run():
    print(s3.BucketPolicy("b").policy)  #> s3.get_bucket_policy through=* Bucket='b'
    print(s3.Bucket("b").Acl().grants)  #> s3.get_bucket_acl through=* Bucket='b'
    print(s3.BucketVersioning("b").status)  #> s3.get_bucket_versioning through=* Bucket='b'
    print(s3.Bucket("b").Tagging().tag_set)  #> s3.get_bucket_tagging through=* Bucket='b'
    print(s3.Object("b", "k").Acl().owner)  #> s3.get_object_acl through=* Bucket='b' Key='k'
