# A class is the decorator, and its object the function
import boto3


class Timed:
    def __init__(self, function):
        self.function = function

    def __call__(self, *args, **kwargs):
        return self.function(*args, **kwargs)


@Timed
def lookup(client, user):
    return client.get_user(UserName=user)  #> iam.get_user UserName='eve'


def handler(event, context):
    return lookup(boto3.client("iam"), "eve")
