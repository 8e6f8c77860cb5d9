# The functions of boto3 are imported by name
from boto3 import client as make_client, resource

sns = make_client("sns")
bucket = resource("s3").Bucket("site")


def handler(event, context):
    sns.list_subscriptions()  #> sns.list_subscriptions
    bucket.put_object(Key="index.html", Body=b"")  #> s3.put_object through=resource:Bucket.put_object Bucket='site' Key='index.html'
