# __enter__ returns the object itself
import boto3


class Lock:
    def __enter__(self):
        self.client = boto3.client("dynamodb")
        self.client.put_item(TableName="locks", Item={"id": {"S": "job"}})  #> dynamodb.put_item TableName='locks' Item={}
        return self

    def refresh(self):
        self.client.update_item(TableName="locks", Key={"id": {"S": "job"}})  #> dynamodb.update_item TableName='locks' Key={}

    def __exit__(self, *error):
        self.client.delete_item(TableName="locks", Key={"id": {"S": "job"}})  #> dynamodb.delete_item TableName='locks' Key={}


def handler(event, context):
    with Lock() as lock:
        lock.refresh()
