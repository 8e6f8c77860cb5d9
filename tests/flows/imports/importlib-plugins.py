# Plugins by import_module in a loop
# file: plugins/__init__.py
# file: plugins/s3.py
def run(session):
    session.client("s3").list_buckets()  #> s3.list_buckets
# file: plugins/sns.py
def run(session):
    session.client("sns").list_topics()  #> sns.list_topics
# file: main.py
import importlib
import boto3

for name in ("s3", "sns"):
    importlib.import_module(f"plugins.{name}").run(boto3.Session())
