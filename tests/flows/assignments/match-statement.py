# A match statement binds the client in each of its cases
import boto3


def store_of(kind):
    match kind:
        case "object":
            client = boto3.client("s3")
        case "parameter" | "secret":
            client = boto3.client("ssm")
        case _:
            raise ValueError(kind)
    return client


def handler(event, context):
    store = store_of(event["kind"])
    if event["kind"] == "object":
        return store.list_objects(Bucket="state")  #> s3.list_objects Bucket='state'
    return store.describe_parameters(MaxResults=5)  #> ssm.describe_parameters MaxResults=5
