# A client and a value bound inside conditions
import boto3


def handler(event, context):
    if (key := event.get("key", "latest.json")) and (s3 := boto3.client("s3")):
        s3.get_object_tagging(Bucket=(bucket := "reports"), Key=key)  #> s3.get_object_tagging Bucket='reports'
        s3.delete_object_tagging(Bucket=bucket, Key="fixed")  #> s3.delete_object_tagging Bucket='reports' Key='fixed'
