# Searching and whole results
import boto3

s3 = boto3.client("s3")
paginator = s3.get_paginator("list_objects_v2")
keys = list(paginator.paginate(Bucket="b").search("Contents[].Key"))  #> s3.list_objects_v2 through=paginator:list_objects_v2 Bucket='b'
full = paginator.paginate(Bucket="c", PaginationConfig={"MaxItems": 3}).build_full_result()  #> s3.list_objects_v2 through=paginator:list_objects_v2 Bucket='c'
iterator = s3.get_paginator(operation_name="list_object_versions").paginate(Bucket="d")  #> s3.list_object_versions through=paginator:list_object_versions Bucket='d'
tail = [p for p in iterator]
paginate = s3.get_paginator("list_multipart_uploads").paginate
for page in paginate(Bucket="e"):  #> s3.list_multipart_uploads through=paginator:list_multipart_uploads Bucket='e'
    print(page)
