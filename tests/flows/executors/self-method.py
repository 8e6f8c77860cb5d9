# A method of the object runs in its own pool
from concurrent.futures import ThreadPoolExecutor

import boto3


class Loader:
    def __init__(self):
        self.pool = ThreadPoolExecutor(4)
        self.athena = boto3.client("athena")

    def one(self, identifier):
        return self.athena.get_query_results(QueryExecutionId=identifier)  #> athena.get_query_results QueryExecutionId='q1'

    def all(self):
        return self.pool.submit(self.one, identifier="q1").result()


def handler(event, context):
    return Loader().all()
