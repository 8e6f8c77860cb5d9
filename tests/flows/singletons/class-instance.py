# A class keeps its only object
import boto3


class Clients:
    _shared = None

    @classmethod
    def shared(cls):
        if cls._shared is None:
            cls._shared = cls()
        return cls._shared

    def __init__(self):
        self.ecs = boto3.client("ecs")


def handler(event, context):
    return Clients.shared().ecs.list_services(cluster="main")  #> ecs.list_services cluster='main'
