# A collection that is made and handed on
import boto3


def running():
    ec2 = boto3.resource("ec2")
    return ec2.instances.filter(Filters=[{"Name": "instance-state-name", "Values": ["running"]}])  #> either ec2.describe_instances through=*


for instance in running():  #> either ec2.describe_instances through=*
    instance.stop()  #> ec2.stop_instances through=resource:Instance.stop
