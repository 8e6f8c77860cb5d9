# A subclass changes the base's default service
import boto3


class Lister:
    service = "s3"
    operation = "list_buckets"

    def run(self):
        return getattr(boto3.client(self.service), self.operation)()  #> s3.list_buckets; sqs.list_queues


class Queues(Lister):
    service = "sqs"
    operation = "list_queues"


Lister().run()
Queues().run()
