# A src layout, used by a test
# file: src/shop/__init__.py
# file: src/shop/orders.py
import boto3


class Orders:
    def __init__(self, table_name):
        self.table = boto3.resource("dynamodb").Table(table_name)

    def add(self, order):
        self.table.put_item(Item=order)  #> dynamodb.put_item through=resource:Table.put_item TableName=*
# file: tests/test_orders.py
import boto3
from moto import mock_aws
from shop.orders import Orders


@mock_aws
def test_add():
    boto3.client("dynamodb").create_table(TableName="t", KeySchema=[])  #> dynamodb.create_table test TableName='t'
    Orders("t").add({"id": 1})
    assert boto3.resource("dynamodb").Table("t").item_count == 1  #> dynamodb.describe_table through=* test TableName='t'
