# boto3 by __import__
boto3 = __import__("boto3")

boto3.client("s3").list_buckets()  #> s3.list_buckets
