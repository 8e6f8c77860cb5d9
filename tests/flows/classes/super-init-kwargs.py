# Keyword arguments go up through super
import boto3


class Base:
    def __init__(self, service, **kwargs):
        self.client = boto3.client(service, **kwargs)


class Logs(Base):
    def __init__(self, **kwargs):
        super().__init__("logs", **kwargs)

    def run(self):
        self.client.describe_log_groups()  #> logs.describe_log_groups


Logs(region_name="eu-west-1").run()
