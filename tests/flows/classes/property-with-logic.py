# A property builds the name of a table from other attributes
import boto3


class Sessions:
    stage = "prod"

    def __init__(self):
        self._dynamodb = boto3.client("dynamodb")

    @property
    def table(self):
        return "sessions-%s" % self.stage

    def drop(self):
        self._dynamodb.delete_table(TableName=self.table)  #> dynamodb.delete_table TableName='sessions-prod'


def handler(event, context):
    Sessions().drop()
