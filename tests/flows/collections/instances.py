# Instances that have a tag are stopped all at once
import boto3

ec2 = boto3.resource("ec2")


def handler(event, context):
    running = ec2.instances.filter(Filters=[{"Name": "tag:auto", "Values": ["yes"]}])  #> either ec2.describe_instances through=*
    running.stop()  #> ec2.stop_instances through=*; either ec2.describe_instances through=*
