# A name bound in a class body is not seen by its methods, the module's is
import boto3

client = boto3.client("dynamodb")


class Repository:
    client = boto3.client("timestream-write")

    def tables(self):
        return client.list_tables()  #> dynamodb.list_tables

    def own_tables(self):
        return self.client.list_tables()  #> timestream-write.list_tables


def handler(event, context):
    return [Repository().tables(), Repository().own_tables()]
