# A function travels through two packages before it is called
from platform_lib import load_flags


def handler(event, context):
    return load_flags("checkout")
# file: platform_lib/__init__.py
from platform_lib.api import load_flags
# file: platform_lib/api/__init__.py
from ._impl import load_flags
# file: platform_lib/api/_impl.py
import boto3


def load_flags(application):
    client = boto3.client("appconfigdata")
    return client.start_configuration_session(ApplicationIdentifier=application, EnvironmentIdentifier="prod", ConfigurationProfileIdentifier="flags")  #> appconfigdata.start_configuration_session ApplicationIdentifier='checkout' EnvironmentIdentifier='prod'
