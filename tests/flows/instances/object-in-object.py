# A service object holds a gateway object that holds the client
import boto3


class Gateway:
    def __init__(self):
        self.textract = boto3.client("textract")


class Pipeline:
    def __init__(self):
        self.gateway = Gateway()


class Application:
    def __init__(self):
        self.pipeline = Pipeline()

    def scan(self, key):
        return self.pipeline.gateway.textract.detect_document_text(Document={"S3Object": {"Bucket": "scans", "Name": key}})  #> textract.detect_document_text Document={}


def handler(event, context):
    return Application().scan(event["key"])
