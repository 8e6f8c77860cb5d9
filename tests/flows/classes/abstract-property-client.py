# The base calls the client that an abstract property of subclasses gives
from abc import ABC, abstractmethod

import boto3


class Lister(ABC):
    @property
    @abstractmethod
    def client(self): ...

    def all(self):
        return self.client.list_functions()  #> lambda.list_functions


class Lambdas(Lister):
    @property
    def client(self):
        return boto3.client("lambda")


def handler(event, context):
    return Lambdas().all()
