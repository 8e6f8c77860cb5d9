# A deleted name is bound anew to a client of another service
import boto3

client = boto3.client("ec2")
client.describe_instances(InstanceIds=["i-1"])  #> ec2.describe_instances
del client
client = boto3.client("gamelift")
client.describe_instances(FleetId="fleet-1")  #> gamelift.describe_instances FleetId='fleet-1'
