# The service's name itself is put together
import boto3

LAYER = "data"


def handler(event, context):
    boto3.client(f"iot-{LAYER}").get_thing_shadow(thingName="lamp")  #> iot-data.get_thing_shadow thingName='lamp'
    boto3.client("S3".lower()).list_buckets()  #> s3.list_buckets
