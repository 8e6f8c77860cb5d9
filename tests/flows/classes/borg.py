# Instances share one dictionary
import boto3


class Borg:
    _shared = {}

    def __init__(self):
        self.__dict__ = self._shared
        if not hasattr(self, "client"):
            self.client = boto3.client("sns")


Borg().client.list_topics()  #> sns.list_topics
