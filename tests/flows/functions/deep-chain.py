# A client comes through five functions
import boto3


def one():
    return boto3.client("wafv2")


def two():
    return one()


def three():
    client = two()
    return client


def four():
    return (three(), None)


def five():
    return four()[0]


def handler(event, context):
    five().list_web_acls(Scope="REGIONAL")  #> wafv2.list_web_acls Scope='REGIONAL'
