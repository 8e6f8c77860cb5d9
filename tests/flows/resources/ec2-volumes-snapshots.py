# Volumes and what hangs on them
import boto3

ec2 = boto3.resource("ec2")


def backup(id):
    volume = ec2.Volume(id)
    snapshot = volume.create_snapshot(Description="nightly")  #> ec2.create_snapshot through=resource:Volume.create_snapshot Description='nightly'
    snapshot.wait_until_completed()  #> ec2.describe_snapshots through=*
    for old in volume.snapshots.all():  #> ec2.describe_snapshots through=*
        old.delete()  #> ec2.delete_snapshot through=resource:Snapshot.delete
    if volume.state == "available":  #> ec2.describe_volumes through=*
        volume.delete()  #> ec2.delete_volume through=resource:Volume.delete
    for attached in ec2.Instance("i-1").volumes.all():  #> ec2.describe_volumes through=*
        attached.detach_from_instance(InstanceId="i-1")  #> ec2.detach_volume through=resource:Volume.detach_from_instance InstanceId='i-1'
