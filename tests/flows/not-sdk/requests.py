# Requests' verbs are no operations, though a client stands beside them
import boto3
import requests

s3 = boto3.client("s3")


def handler(event, context):
    answer = requests.get(s3.meta.endpoint_url, timeout=3)
    requests.post("https://example.com", json={"Bucket": "b"})
    requests.delete("https://example.com")
    return answer.json().get("status")
