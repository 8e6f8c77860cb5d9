# A batch processor of powertools
import boto3
from aws_lambda_powertools.utilities.batch import BatchProcessor, EventType, process_partial_response

processor = BatchProcessor(event_type=EventType.SQS)
table = boto3.resource("dynamodb").Table("events")


def record_handler(record):
    table.put_item(Item=record.json_body)  #> dynamodb.put_item through=resource:Table.put_item TableName='events'


def handler(event, context):
    return process_partial_response(event=event, record_handler=record_handler, processor=processor, context=context)
