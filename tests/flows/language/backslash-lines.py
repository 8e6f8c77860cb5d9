# Chains over lines: the place is the method's name
import boto3

s3 = (
    boto3
    .client(
        "s3",
    )
)
result = (
    s3
    .get_object(  #> s3.get_object Bucket='b' Key='k'
        Bucket="b",
        Key="k",
    )["Body"]
    .read()
    .decode("utf-8")
)
pages = s3 \
    .get_paginator("list_objects") \
    .paginate(Bucket="b")  #> s3.list_objects through=paginator:list_objects Bucket='b'
