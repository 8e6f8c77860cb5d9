# A client stands in the class body
import boto3


class Flags:
    client = boto3.client("appconfig")
    application = "shop"

    def versions(self):
        return self.client.list_environments(ApplicationId=self.application)  #> appconfig.list_environments ApplicationId='shop'

    @classmethod
    def all(cls):
        return cls.client.list_applications()  #> appconfig.list_applications


def handler(event, context):
    return Flags().versions(), Flags.all()
