# A table of functions is looked up by the event's kind
import boto3

ec2 = boto3.client("ec2")


def start(instance):
    ec2.start_instances(InstanceIds=[instance])  #> ec2.start_instances


def stop(instance):
    ec2.stop_instances(InstanceIds=[instance], Force=True)  #> ec2.stop_instances Force=True


ACTIONS = {"start": start, "stop": stop}


def handler(event, context):
    return ACTIONS[event["action"]](event["instance"])
