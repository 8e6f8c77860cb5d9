# A module is imported by a constant name
import importlib

backend = importlib.import_module("backends.glacier")


def handler(event, context):
    return backend.restore("photos")
# file: backends/__init__.py
# file: backends/glacier.py
import boto3


def restore(vault):
    return boto3.client("glacier").list_jobs(vaultName=vault)  #> glacier.list_jobs vaultName='photos'
