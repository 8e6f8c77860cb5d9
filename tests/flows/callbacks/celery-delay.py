# A shared task that is delayed
import boto3
from celery import shared_task


@shared_task(bind=True, max_retries=3)
def thumbnail(self, bucket, key):
    s3 = boto3.client("s3")
    s3.download_file(bucket, key, "/tmp/in")  #> s3.get_object through=transfer:download_file Bucket='photos' Key='a.png' ...
    s3.upload_file("/tmp/in", bucket, f"thumb/{key}")  #> s3.put_object through=transfer:upload_file Bucket='photos' Key='thumb/a.png' ...


thumbnail.delay("photos", "a.png")
