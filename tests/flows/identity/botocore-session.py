# botocore's session with a profile
import boto3
import botocore.session

core = botocore.session.get_session()
core.create_client("s3").list_buckets()  #> s3.list_buckets
boto3.Session(botocore_session=botocore.session.Session()).client("sqs").list_queues()  #> sqs.list_queues
