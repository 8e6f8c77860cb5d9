# A client kept as an attribute of a plain namespace object
from types import SimpleNamespace

import boto3

clients = SimpleNamespace(ses=boto3.client("ses"))


def handler(event, context):
    clients.ses.verify_email_identity(EmailAddress="ops@example.com")  #> ses.verify_email_identity EmailAddress='ops@example.com'
