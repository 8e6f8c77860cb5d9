# A waiter is got and used at once
import boto3


def handler(event, context):
    ec2 = boto3.client("ec2")
    ec2.terminate_instances(InstanceIds=["i-1"])  #> ec2.terminate_instances
    ec2.get_waiter("instance_terminated").wait(InstanceIds=["i-1"])  #> ec2.describe_instances through=waiter:instance_terminated
