# A visitor dispatches by getattr on self
import boto3


class Cleaner:
    def __init__(self):
        self.ec2 = boto3.client("ec2")

    def clean(self, kind, id):
        return getattr(self, "clean_" + kind)(id)

    def clean_volume(self, id):
        self.ec2.delete_volume(VolumeId=id)  #> ec2.delete_volume VolumeId=?

    def clean_snapshot(self, id):
        self.ec2.delete_snapshot(SnapshotId=id)  #> ec2.delete_snapshot SnapshotId=?


def handler(event, context):
    Cleaner().clean(event["kind"], event["id"])
