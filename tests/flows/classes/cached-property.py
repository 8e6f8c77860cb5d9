# A cached property makes the client once
from functools import cached_property

import boto3


class Directory:
    @cached_property
    def cognito(self):
        return boto3.client("cognito-idp")

    def find(self, name):
        return self.cognito.admin_get_user(UserPoolId="pool", Username=name)  #> cognito-idp.admin_get_user UserPoolId='pool' Username='eve'


def handler(event, context):
    return Directory().find("eve")
