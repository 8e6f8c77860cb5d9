# A client is made and used in one expression
import boto3


def account():
    return boto3.client("sts").get_caller_identity()["Account"]  #> sts.get_caller_identity


print(account())
