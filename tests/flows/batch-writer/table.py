# Rows are put in batches
import boto3

table = boto3.resource("dynamodb").Table("events")


def handler(event, context):
    with table.batch_writer() as batch:  #> either dynamodb.batch_write_item through=*
        for row in event["rows"]:
            batch.put_item(Item=row)  #> either dynamodb.batch_write_item through=*
        batch.delete_item(Key={"id": "old"})  #> either dynamodb.batch_write_item through=*
