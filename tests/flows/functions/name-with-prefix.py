# A name gets a slash or a prefix unless it has one: in each call the tests are known
import boto3

PREFIX = "/app"


class Parameters:
    def __init__(self):
        self.client = boto3.client("ssm")

    @staticmethod
    def _name(name, own=True):
        slashed = name if name.startswith("/") else f"/{name}"
        add = own and not slashed.startswith(f"{PREFIX}/")
        prefix = PREFIX if add else ""
        return f"{prefix}{slashed}"

    def one(self):
        return self.client.get_parameter(Name=Parameters._name("region"))  #> ssm.get_parameter Name='/app/region'

    def two(self):
        return self.client.get_parameter(Name=Parameters._name("/app/region"))  #> ssm.get_parameter Name='/app/region'

    def three(self):
        return self.client.get_parameter(Name=Parameters._name("/other", False))  #> ssm.get_parameter Name='/other'

    def four(self, account):
        return self.client.get_parameter(Name=Parameters._name(f"accounts/{account}"))  #> ssm.get_parameter Name~'/app/accounts/*'
