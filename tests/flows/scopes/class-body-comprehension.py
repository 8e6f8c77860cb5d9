# In a class body the first iterable of a comprehension sees the class, its element the module
import boto3

s3 = boto3.client("s3")


class Layout:
    prefixes = ("raw", "clean")
    listings = [s3.list_objects_v2(Bucket="lake", Prefix=prefix) for prefix in prefixes]  #> s3.list_objects_v2 Bucket='lake' Prefix='raw'|'clean'
