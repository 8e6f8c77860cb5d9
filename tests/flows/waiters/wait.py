# A waiter asks until something is there
import boto3

s3 = boto3.client("s3")


def handler(event, context):
    waiter = s3.get_waiter("object_exists")
    waiter.wait(Bucket="b", Key=event["key"], WaiterConfig={"Delay": 1})  #> s3.head_object through=waiter:object_exists Bucket='b' Key=?
