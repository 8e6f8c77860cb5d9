# A task that is sent to a worker
import boto3
from celery import Celery

app = Celery("jobs")


@app.task(bind=True, max_retries=3)
def export(self, name):
    boto3.client("s3").put_object(Bucket="exports", Key=name)  #> s3.put_object Bucket='exports' Key='a.csv'


def handler(event, context):
    export.delay("a.csv")
