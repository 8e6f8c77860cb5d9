# Two functions with an app.py and a utils.py each
# file: one/app.py
from utils import client


def handler(event, context):
    client.list_buckets()  #> s3.list_buckets
# file: one/utils.py
import boto3

client = boto3.client("s3")
# file: two/app.py
from utils import client


def handler(event, context):
    client.list_queues()  #> sqs.list_queues
# file: two/utils.py
import boto3

client = boto3.client("sqs")
