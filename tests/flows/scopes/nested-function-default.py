# A default is evaluated where the function is defined
import boto3


def handler(event, context):
    client = boto3.client("glue")

    def start(job="nightly", client=client):
        return client.start_job_run(JobName=job)  #> glue.start_job_run JobName='nightly'

    client = None
    return start()
