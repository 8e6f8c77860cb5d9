# Names from a nested configuration
import boto3

CONFIG = {"dev": {"bucket": "dev-b", "table": "dev-t"}, "prod": {"bucket": "prod-b", "table": "prod-t"}}


def run(stage):
    conf = CONFIG[stage]
    boto3.client("s3").list_objects_v2(Bucket=conf["bucket"])  #> s3.list_objects_v2 Bucket='dev-b'
    boto3.resource("dynamodb").Table(CONFIG["prod"]["table"]).scan()  #> dynamodb.scan through=resource:Table.scan TableName='prod-t'


run("dev")
