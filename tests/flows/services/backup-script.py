# A nightly snapshot job
import datetime
import os
import boto3

REGION = os.environ.get("AWS_REGION", "us-east-1")
RETENTION = int(os.environ.get("RETENTION_DAYS", "7"))


def get_clients(region):
    return {
        "ec2": boto3.client("ec2", region_name=region),
        "sns": boto3.client("sns", region_name=region),
    }


def create_snapshots(ec2, volumes):
    created = []
    for volume in volumes:
        snap = ec2.create_snapshot(VolumeId=volume["VolumeId"], Description="nightly")  #> ec2.create_snapshot Description='nightly'
        ec2.create_tags(Resources=[snap["SnapshotId"]], Tags=[{"Key": "x", "Value": "y"}])  #> ec2.create_tags
        created.append(snap["SnapshotId"])
    return created


def cleanup(ec2):
    old = ec2.describe_snapshots(OwnerIds=["self"])["Snapshots"]  #> ec2.describe_snapshots
    for snap in old:
        if snap["StartTime"] < datetime.datetime.now() - datetime.timedelta(days=RETENTION):
            ec2.delete_snapshot(SnapshotId=snap["SnapshotId"])  #> ec2.delete_snapshot


def lambda_handler(event, context):
    clients = get_clients(REGION)
    volumes = clients["ec2"].describe_volumes(Filters=[])["Volumes"]  #> ec2.describe_volumes
    created = create_snapshots(clients["ec2"], volumes)
    cleanup(ec2=clients["ec2"])
    clients["sns"].publish(TopicArn=os.environ["TOPIC"], Message=str(created))  #> sns.publish TopicArn=$TOPIC
