# A client is attached to an object by the code that made it
import boto3


class Job:
    def run(self):
        self.glue.start_crawler(Name="raw")  #> glue.start_crawler Name='raw'


def handler(event, context):
    job = Job()
    job.glue = boto3.client("glue")
    job.run()
