# botocore's own session makes the client
import botocore.session
from botocore.session import get_session


def handler(event, context):
    botocore.session.get_session().create_client("ec2", region_name="eu-west-1").describe_images(Owners=["self"])  #> ec2.describe_images
    get_session().create_client("lambda").list_layers()  #> lambda.list_layers
    botocore.session.Session().create_client("sqs").list_queues()  #> sqs.list_queues
