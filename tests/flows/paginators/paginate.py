# The pages of a paginator
import boto3

s3 = boto3.client("s3")


def handler(event, context):
    paginator = s3.get_paginator("list_objects_v2")
    for page in paginator.paginate(Bucket="logs", Prefix=f"{event['day']}/"):  #> s3.list_objects_v2 through=paginator:list_objects_v2 Bucket='logs' Prefix~'*/'
        print(page["KeyCount"])
