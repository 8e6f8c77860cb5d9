# One of two classes is chosen by a table, then made
import boto3


class S3Backend:
    def read(self, name):
        return boto3.client("s3").get_object(Bucket="b", Key=name)  #> s3.get_object Bucket='b' Key='x'


class SsmBackend:
    def read(self, name):
        return boto3.client("ssm").get_parameter(Name=name)  #> ssm.get_parameter Name='x'


BACKENDS = {"s3": S3Backend, "ssm": SsmBackend}


def handler(event, context):
    backend = BACKENDS[event["backend"]]()
    return backend.read("x")
