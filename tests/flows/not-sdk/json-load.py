# json.load and pickle.load read files
import json
import pickle

import boto3


def handler(event, context):
    with open("/tmp/settings.json") as file:
        settings = json.load(file)
    with open("/tmp/model", "rb") as file:
        model = pickle.load(file)
    return settings, model, boto3.__version__
