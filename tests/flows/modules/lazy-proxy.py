# __getattr__ in a module of its own
# file: lazy.py
class Lazy:
    def __init__(self, make):
        self._make = make
        self._value = None

    def __getattr__(self, name):
        if self._value is None:
            self._value = self._make()
        return getattr(self._value, name)
# file: aws.py
import boto3
from lazy import Lazy

s3 = Lazy(lambda: boto3.client("s3"))
# file: main.py
from aws import s3


def run():
    return s3.get_object(Bucket="b", Key="k")  #> s3.get_object Bucket='b' Key='k'
