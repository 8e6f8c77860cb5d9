# Sessions that make no call
import boto3

session = boto3.Session()
session.get_credentials().get_frozen_credentials()
session.get_available_services()
session.get_available_regions("s3")
session.get_partition_for_region("eu-west-1")
print(session.region_name, session.profile_name, session.events)
boto3.set_stream_logger("x")
