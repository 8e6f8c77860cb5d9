# attrs' define with a decorated default
from attrs import define, field
import boto3


@define
class Repo:
    table_name: str
    table = field()

    @table.default
    def _table(self):
        return boto3.resource("dynamodb").Table(self.table_name)

    def all(self):
        return self.table.scan()["Items"]  #> dynamodb.scan through=resource:Table.scan TableName='repo'


Repo("repo").all()
