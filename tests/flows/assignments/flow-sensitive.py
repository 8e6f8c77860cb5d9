# One name holds clients of two services after one another
import boto3


def handler(event, context):
    client = boto3.client("s3")
    client.head_object(Bucket="uploads", Key=event["key"])  #> s3.head_object Bucket='uploads'
    client = boto3.client("rekognition")
    client.detect_labels(Image={"S3Object": {"Bucket": "uploads", "Name": event["key"]}})  #> rekognition.detect_labels Image={}
    client = boto3.client("dynamodb")
    client.list_tables()  #> dynamodb.list_tables
