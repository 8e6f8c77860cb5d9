# Double-underscore attributes
import boto3


class Store:
    def __init__(self):
        self.__client = boto3.client("s3")
        self.__table = boto3.resource("dynamodb").Table("t")

    def __read(self, key):
        return self.__client.get_object(Bucket="b", Key=key)  #> s3.get_object Bucket='b' Key='k'

    def read(self):
        self.__table.get_item(Key={})  #> dynamodb.get_item through=resource:Table.get_item TableName='t'
        return self.__read("k")


Store().read()
