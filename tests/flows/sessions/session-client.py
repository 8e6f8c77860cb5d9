# Sessions in all the ways in which they are spelled
import boto3
import boto3.session
from boto3 import Session


def handler(event, context):
    boto3.Session().client("sqs").list_queues()  #> sqs.list_queues
    boto3.session.Session(region_name="eu-west-1").client("sns").list_topics()  #> sns.list_topics
    Session().client("kms").list_keys()  #> kms.list_keys
    boto3._get_default_session().client("iam").list_users()  #> iam.list_users
