# One object of a module is imported everywhere
from app.state import state


def handler(event, context):
    state.load()
    return state.client.list_repositories()  #> codecommit.list_repositories
# file: app/__init__.py
# file: app/state.py
import boto3


class State:
    def __init__(self):
        self.client = None

    def load(self):
        if not self.client:
            self.client = boto3.client("codecommit")


state = State()
