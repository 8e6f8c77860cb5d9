# The writer's method is called in a comprehension
import boto3

table = boto3.resource("dynamodb").Table("t")


def save(items):
    with table.batch_writer() as batch:  #> either dynamodb.batch_write_item through=*
        [batch.put_item(Item=i) for i in items]  #> either dynamodb.batch_write_item through=*
