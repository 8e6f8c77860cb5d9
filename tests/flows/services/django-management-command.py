# A management command
import boto3
from django.conf import settings
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "sync"

    def add_arguments(self, parser):
        parser.add_argument("--bucket")

    def handle(self, *args, **options):
        s3 = boto3.client("s3")
        for page in s3.get_paginator("list_objects_v2").paginate(Bucket=options["bucket"]):  #> s3.list_objects_v2 through=paginator:list_objects_v2 Bucket=?
            self.stdout.write(str(page))
