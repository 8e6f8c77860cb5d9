# The parts are put together in one place
import boto3


class Clock:
    def now(self):
        return 0


class Repository:
    def __init__(self, dynamodb, table):
        self.dynamodb = dynamodb
        self.table = table

    def save(self, item):
        self.dynamodb.put_item(TableName=self.table, Item=item)  #> dynamodb.put_item TableName='bookings' Item={}


class Service:
    def __init__(self, repository, clock=None):
        self.repository = repository
        self.clock = clock or Clock()

    def book(self):
        self.repository.save({"at": {"N": str(self.clock.now())}})


def build():
    return Service(repository=Repository(boto3.client("dynamodb"), "bookings"))


def handler(event, context):
    build().book()
