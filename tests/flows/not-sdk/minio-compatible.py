# minio with the names of boto3's
import boto3
from minio import Minio

client = Minio("x")
client.list_buckets()
client.get_object("b", "k")
client.remove_object("b", "k")
client.put_object("b", "k", b"", 1)
