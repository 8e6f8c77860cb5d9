# cached_property upon cached_property
from functools import cached_property
import boto3


class Aws:
    @cached_property
    def session(self):
        return boto3.Session(profile_name="dev")

    @cached_property
    def tables(self):
        return self.session.resource("dynamodb")

    @cached_property
    def users(self):
        return self.tables.Table("users")

    def run(self):
        return self.users.get_item(Key={"id": 1})  #> dynamodb.get_item through=resource:Table.get_item identity=profile('dev') TableName='users'
