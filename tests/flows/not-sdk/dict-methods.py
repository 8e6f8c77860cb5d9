# Methods of dictionaries that are named like operations or their parts
import boto3

s3 = boto3.client("s3")


def handler(event, context):
    response = s3.list_objects_v2(Bucket="b")  #> s3.list_objects_v2 Bucket='b'
    copied = response.copy()
    copied.update({"Bucket": "x"})
    contents = copied.get("Contents", [])
    keys = [item.get("Key") for item in contents]
    copied.pop("Bucket")
    copied.clear()
    return keys, response.get("KeyCount"), response["ResponseMetadata"].get("RequestId")
