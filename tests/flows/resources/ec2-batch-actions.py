# Batch actions on collections of instances
import boto3

ec2 = boto3.resource("ec2")


def handler(event, context):
    ec2.instances.filter(InstanceIds=["i-1"]).stop()  #> ec2.describe_instances through=*; ec2.stop_instances through=*
    ec2.instances.filter(InstanceIds=["i-1"]).start()  #> ec2.describe_instances through=*; ec2.start_instances through=*
    ec2.instances.all().terminate()  #> ec2.describe_instances through=*; ec2.terminate_instances through=*
    ec2.instances.filter(Filters=[]).create_tags(Tags=[])  #> ec2.describe_instances through=*; ec2.create_tags through=*
    ec2.instances.reboot()  #> ec2.describe_instances through=*; ec2.reboot_instances through=*
