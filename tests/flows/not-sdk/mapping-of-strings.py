# A tree of plain values whose keys are names of services
import boto3

LIMITS = {"s3": {"get_object": 10}, "sqs": {"send_message": 5}}


class Limits:
    def __init__(self, values):
        self.get_object = values["get_object"]


def handler(event, context):
    limits = Limits(LIMITS["s3"])
    return limits.get_object + LIMITS["sqs"]["send_message"], boto3.__name__
