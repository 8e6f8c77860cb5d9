# __getattr__ with setattr as a cache
import boto3


class Clients:
    def __init__(self, session):
        self._session = session

    def __getattr__(self, name):
        client = self._session.client(name.replace("_", "-"))
        setattr(self, name, client)
        return client


def run():
    clients = Clients(boto3.Session())
    clients.cognito_idp.list_user_pools(MaxResults=10)  #> cognito-idp.list_user_pools MaxResults=10
