# Attributes of instances, listed and by id
import boto3

ec2 = boto3.resource("ec2")


def by_id(id):
    instance = ec2.Instance(id)
    print(instance.id, instance.instance_id)
    return instance.state["Name"]  #> ec2.describe_instances through=*


def listed():
    for i in ec2.instances.all():  #> ec2.describe_instances through=*
        print(i.state, i.tags, i.public_ip_address)
