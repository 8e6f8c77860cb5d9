# A metaclass gives each class one object
import boto3


class Singleton(type):
    _instances = {}

    def __call__(cls, *args, **kwargs):
        if cls not in cls._instances:
            cls._instances[cls] = super().__call__(*args, **kwargs)
        return cls._instances[cls]


class Settings(metaclass=Singleton):
    def __init__(self):
        self.ssm = boto3.client("ssm")


def handler(event, context):
    return Settings().ssm.get_parameters(Names=["/a"])  #> ssm.get_parameters
