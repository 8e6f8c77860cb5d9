# A class of the program that has nothing to do with AWS
import boto3


class Library:
    def list_tables(self):
        return ["a"]

    def describe_clusters(self, **options):
        return options

    def invoke(self, name):
        return boto3, name


def handler(event, context):
    library = Library()
    library.describe_clusters(ClusterName="x")
    library.invoke("f")
    return library.list_tables()
