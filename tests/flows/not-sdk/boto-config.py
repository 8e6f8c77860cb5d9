# Configurations, conditions and types around the client
import boto3
from boto3.dynamodb.conditions import Attr, Key
from boto3.dynamodb.types import TypeDeserializer, TypeSerializer
from botocore.config import Config

table = boto3.resource("dynamodb", config=Config(max_pool_connections=5)).Table("t")


def handler(event, context):
    condition = Key("id").eq("1") & Key("at").begins_with("2026")
    raw = TypeSerializer().serialize({"a": 1})
    value = TypeDeserializer().deserialize(raw)
    page = table.query(KeyConditionExpression=condition, FilterExpression=Attr("x").exists())  #> dynamodb.query through=resource:Table.query TableName='t'
    return page.get("Items"), value
