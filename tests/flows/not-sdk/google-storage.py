# Google's clients with the names of S3's
import boto3
from google.cloud import pubsub_v1, secretmanager, storage

client = storage.Client()
client.list_buckets()
client.create_bucket("b")
client.bucket("b").blob("k").delete()
publisher = pubsub_v1.PublisherClient()
publisher.publish("topic", b"")
publisher.create_topic(name="t")
secretmanager.SecretManagerServiceClient().create_secret(parent="p")
