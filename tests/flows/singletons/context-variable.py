# A client in a context variable
import contextvars
import boto3

current = contextvars.ContextVar("client")


def run():
    current.set(boto3.client("sns"))
    return read()


def read():
    return current.get().list_topics()  #> sns.list_topics


run()
