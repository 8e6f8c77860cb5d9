# A star import over two modules
# file: base.py
from boto3 import *
from clients import *
# file: clients.py
import boto3

s3 = boto3.client("s3")
_hidden = boto3.client("sqs")
# file: main.py
from base import *

s3.list_buckets()  #> s3.list_buckets
client("sns").list_topics()  #> sns.list_topics
