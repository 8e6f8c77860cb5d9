# Which method is chosen by a condition
import boto3

ec2 = boto3.client("ec2")


def switch(on, ids):
    (ec2.start_instances if on else ec2.stop_instances)(InstanceIds=ids)  #> ec2.start_instances; ec2.stop_instances
