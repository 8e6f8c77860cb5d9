# A lazy attribute is made by the first use, through hasattr
import boto3


class Lazy:
    def client(self):
        if not hasattr(self, "_client"):
            self._client = boto3.client("service-quotas")
        return self._client


def handler(event, context):
    return Lazy().client().list_services()  #> service-quotas.list_services
