# A class makes its client when it is made
import boto3


class ReportStore:
    def __init__(self, bucket="reports"):
        self.bucket = bucket
        self.s3 = boto3.client("s3")

    def save(self, name, body):
        self.s3.put_object(Bucket=self.bucket, Key=f"{name}.json", Body=body)  #> s3.put_object Bucket='reports' Key='daily.json' Body='{}'


def handler(event, context):
    ReportStore().save("daily", "{}")
