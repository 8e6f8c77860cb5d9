# A decorator that is a class
import boto3


class cached:
    def __init__(self, f):
        self.f = f
        self.value = None

    def __call__(self, *args):
        if self.value is None:
            self.value = self.f(*args)
        return self.value


@cached
def client():
    return boto3.client("ecr")


client().describe_repositories()  #> ecr.describe_repositories
