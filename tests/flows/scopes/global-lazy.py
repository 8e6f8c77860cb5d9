# A global that is filled by the first call
import boto3

_client = None


def get_client():
    global _client
    if _client is None:
        _client = boto3.client("firehose")
    return _client


def handler(event, context):
    get_client().put_record(DeliveryStreamName="clicks", Record={"Data": b"x"})  #> firehose.put_record DeliveryStreamName='clicks' Record={}
