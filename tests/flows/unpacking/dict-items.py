# Values of a dictionary are unpacked in their order
import boto3

CONFIG = {"bucket": "b", "key": "k"}


def handler(event, context):
    bucket, key = CONFIG.values()
    boto3.client("s3").get_object_torrent(Bucket=bucket, Key=key)  #> s3.get_object_torrent Bucket='b' Key='k'
