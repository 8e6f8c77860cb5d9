# An instance is stopped, waited for and read
import boto3

ec2 = boto3.resource("ec2")


def handler(event, context):
    instance = ec2.Instance("i-1")
    instance.stop()  #> ec2.stop_instances through=resource:Instance.stop
    instance.wait_until_stopped()  #> ec2.describe_instances through=*
    ec2.create_instances(ImageId="ami-1", MinCount=1, MaxCount=1)[0].create_tags(Tags=[])  #> ec2.run_instances through=resource:ServiceResource.create_instances ImageId='ami-1'; ec2.create_tags through=resource:Instance.create_tags
