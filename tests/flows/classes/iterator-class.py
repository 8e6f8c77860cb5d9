# An iterator over pages
import boto3


class Objects:
    def __init__(self, bucket):
        self.pages = boto3.client("s3").get_paginator("list_objects_v2").paginate(Bucket=bucket)  #> s3.list_objects_v2 through=paginator:list_objects_v2 Bucket='b'

    def __iter__(self):
        for page in self.pages:
            yield from page.get("Contents", [])


for item in Objects("b"):
    print(item["Key"])
