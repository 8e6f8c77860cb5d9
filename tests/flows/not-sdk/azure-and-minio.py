# Clients of other object stores
import boto3
from azure.storage.blob import BlobServiceClient
from minio import Minio

blobs = BlobServiceClient.from_connection_string("x")
minio = Minio("play.min.io")


def handler(event, context):
    minio.put_object("b", "k", b"", 0)
    minio.list_objects("b")
    blobs.get_container_client("c").upload_blob("k", b"")
    return boto3.DEFAULT_SESSION
