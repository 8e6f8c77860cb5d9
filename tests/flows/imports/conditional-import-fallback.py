# A module of one's own or the plain one
# file: main.py
try:
    from fast_boto import client
except ImportError:
    from boto3 import client

client("s3").list_buckets()  #> s3.list_buckets
