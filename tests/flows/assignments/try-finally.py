# A name bound in a try block is read in the blocks after it
import boto3


def handler(event, context):
    try:
        client = boto3.client("kms")
        result = client.decrypt(CiphertextBlob=b"abc")  #> kms.decrypt
    except KeyError:
        client = boto3.client("kms", region_name="us-east-1")
        result = client.describe_key(KeyId="alias/app")  #> kms.describe_key KeyId='alias/app'
    finally:
        client.list_keys()  #> kms.list_keys
    return result
