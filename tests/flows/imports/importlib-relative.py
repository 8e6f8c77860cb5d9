# importlib imports the library itself, and a module relative to a package
import importlib

boto = importlib.import_module("boto3")
names = importlib.import_module(".names", package="shared")


def handler(event, context):
    return boto.client("ecr").list_images(repositoryName=names.REPOSITORY)  #> ecr.list_images repositoryName='backend'
# file: shared/__init__.py
# file: shared/names.py
REPOSITORY = "backend"
