# An overridden method hides that of the base, and super reaches it
import boto3


class Cleaner:
    def client(self):
        return boto3.client("logs")

    def run(self):
        self.client().describe_destinations()  #> logs.describe_destinations


class Regional(Cleaner):
    def client(self):
        return boto3.client("logs", region_name="us-east-1")

    def run(self):
        super().run()
        self.client().describe_queries()  #> logs.describe_queries


Regional().run()
