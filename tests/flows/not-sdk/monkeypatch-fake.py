# A fake class by monkeypatch
# file: app.py
import boto3


def queues():
    return boto3.client("sqs").list_queues()  #> sqs.list_queues
# file: tests/test_app.py
import boto3
import app


class FakeClient:
    def list_queues(self):
        return {"QueueUrls": []}


def test_queues(monkeypatch):
    monkeypatch.setattr(boto3, "client", lambda name: FakeClient())
    assert app.queues() == {"QueueUrls": []}
    FakeClient().list_queues()
