# A factory with match
import boto3


def client_for(kind: str):
    match kind:
        case "object":
            return boto3.client("s3")
        case "queue":
            return boto3.client("sqs")
        case _:
            raise ValueError(kind)


client_for("object").list_buckets()  #> s3.list_buckets
client_for("queue").list_queues()  #> sqs.list_queues
