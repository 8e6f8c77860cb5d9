# A static method makes clients by name
import boto3


class Aws:
    @staticmethod
    def client(name):
        return boto3.client(name)


def handler(event, context):
    Aws.client("sns").list_topics()  #> sns.list_topics
    Aws().client("quicksight").list_topics(AwsAccountId="111122223333")  #> quicksight.list_topics AwsAccountId='111122223333'
