# A submodule is imported from its package, which itself says nothing
from adapters import email


def handler(event, context):
    email.send("hi")
# file: adapters/__init__.py
"""Adapters."""
# file: adapters/email.py
import boto3

_ses = boto3.client("ses", region_name="eu-west-1")


def send(text):
    _ses.send_email(Source="no-reply@example.com", Destination={"ToAddresses": ["a@example.com"]}, Message={"Subject": {"Data": text}, "Body": {}})  #> ses.send_email Source='no-reply@example.com' Destination={} Message={}
