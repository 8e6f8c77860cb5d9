# A module two packages down imports from the package above
from app.jobs import nightly


def handler(event, context):
    nightly.run()
# file: app/__init__.py
# file: app/core.py
import boto3

batch = boto3.client("batch")
# file: app/jobs/__init__.py
# file: app/jobs/nightly.py
from ..core import batch


def run():
    batch.submit_job(jobName="nightly", jobQueue="main", jobDefinition="etl:3")  #> batch.submit_job jobName='nightly' jobQueue='main' jobDefinition='etl:3'
