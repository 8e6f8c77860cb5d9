# Another store's methods are named like those of a table
import boto3
import redis

cache = redis.Redis()
table = boto3.resource("dynamodb").Table("t")


def handler(event, context):
    for key in cache.scan(match="x*")[1]:
        cache.delete(key)
    cache.publish("channel", "message")
    return table.scan()  #> dynamodb.scan through=resource:Table.scan TableName='t'
