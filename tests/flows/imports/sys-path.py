# A constant path added to sys.path makes a folder's modules importable
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "lib"))

from vault import read


def handler(event, context):
    return read("token")
# file: lib/vault.py
import boto3


def read(name):
    return boto3.client("secretsmanager").get_secret_value(SecretId=f"prod/{name}")  #> secretsmanager.get_secret_value SecretId='prod/token'
