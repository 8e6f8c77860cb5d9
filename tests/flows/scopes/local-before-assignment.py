# A name that an inner block rebinds is local to the whole function, in every one of its branches
import boto3

client = boto3.client("iam")


def rotate(full=True):
    if full:
        client = boto3.client("sns")
        client.list_topics()  #> sns.list_topics
    else:
        client = boto3.client("acm")
    return client.tag_resource(ResourceArn="arn:x", Tags=[])  #> sns.tag_resource; acm.tag_resource ResourceArn='arn:x'


def users():
    return client.list_users()  #> iam.list_users
