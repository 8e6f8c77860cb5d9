# The writer is passed to a function
import boto3


def write(writer, names):
    for name in names:
        writer.put_item(Item={"name": name})  #> either dynamodb.batch_write_item through=*


def handler(event, context):
    table = boto3.resource("dynamodb").Table("names")
    with table.batch_writer(overwrite_by_pkeys=["name"]) as writer:  #> either dynamodb.batch_write_item through=*
        write(writer, ["a", "b"])
