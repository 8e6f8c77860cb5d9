# A resource class by getattr
import boto3

ec2 = boto3.resource("ec2")


def delete(kind, id):
    getattr(ec2, kind)(id).delete()  #> ec2.delete_volume through=resource:Volume.delete; ec2.delete_snapshot through=resource:Snapshot.delete


delete("Volume", "v")
delete("Snapshot", "s")
