# Reading an attribute of a resource loads it, its identifiers do not
import boto3

s3 = boto3.resource("s3")


def handler(event, context):
    item = s3.Object("b", "k")
    name = item.bucket_name, item.key
    size = item.content_length  #> s3.head_object through=* Bucket='b' Key='k'
    table = boto3.resource("dynamodb").Table("t")
    rows = table.item_count  #> dynamodb.describe_table through=* TableName='t'
    return name, size, rows, table.table_name
