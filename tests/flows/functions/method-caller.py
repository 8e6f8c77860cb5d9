# operator.methodcaller names the method
import operator
import boto3

list_buckets = operator.methodcaller("list_buckets")
list_buckets(boto3.client("s3"))  #> s3.list_buckets
