# A decorator passes a session as first argument
import functools
import boto3


def with_session(f):
    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        session = boto3.Session()
        return f(session, *args, **kwargs)

    return wrapper


@with_session
def instances(session, state):
    return session.client("ec2").describe_instances(Filters=[{"Name": state}])  #> ec2.describe_instances


instances("running")
