# Text that looks like a call
import boto3

CODE = """
import boto3
boto3.client('s3').list_buckets()
"""


def run():
    exec(CODE)
    # boto3.client("s3").list_buckets()
    return boto3.__version__
