# Attributes in slots, one of them rebound to another service: what it holds is joined, the arguments tell which it can be
import boto3


class Steps:
    __slots__ = ("client",)

    def run(self):
        self.client = boto3.client("emr")
        self.client.list_clusters()  #> emr.list_clusters; eks.list_clusters
        self.client = boto3.client("eks")
        self.client.list_clusters(maxResults=5)  #> eks.list_clusters maxResults=5


Steps().run()
