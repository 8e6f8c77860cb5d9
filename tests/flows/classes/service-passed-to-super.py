# Each subclass passes its service's name to the base
import boto3


class AwsService:
    def __init__(self, service, region="eu-west-1"):
        self.client = boto3.client(service, region_name=region)


class Vaults(AwsService):
    def __init__(self):
        super().__init__("backup")

    def audit(self):
        return self.client.list_backup_vaults()  #> backup.list_backup_vaults


class Keys(AwsService):
    def __init__(self):
        super().__init__("kms", region="us-east-1")

    def audit(self):
        return self.client.list_aliases()  #> kms.list_aliases


for checker in (Vaults(), Keys()):
    checker.audit()
