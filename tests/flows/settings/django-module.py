# Settings of Django name the bucket
# file: settings.py
import os

AWS_STORAGE_BUCKET_NAME = os.environ.get("BUCKET", "media")
AWS_REGION = "eu-west-1"
# file: app/views.py
import boto3
from django.conf import settings
from django.http import HttpResponse
from django.views import View


class Upload(View):
    client = boto3.client("s3", region_name=settings.AWS_REGION)

    def post(self, request):
        self.client.put_object(Bucket=settings.AWS_STORAGE_BUCKET_NAME, Key=request.POST["name"], Body=request.body)  #> s3.put_object Bucket=$BUCKET|'media' Key=?
        return HttpResponse()
