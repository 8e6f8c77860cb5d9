# Clients by exception-free lookups
import boto3

CLIENTS = {name: boto3.client(service) for name, service in {"store": "s3", "queue": "sqs"}.items()}
for name, service in [("mail", "ses"), ("topic", "sns")]:
    CLIENTS[name] = boto3.client(service)

CLIENTS["store"].list_buckets()  #> s3.list_buckets
CLIENTS["queue"].list_queues()  #> sqs.list_queues
CLIENTS["mail"].list_identities()  #> ses.list_identities
CLIENTS["topic"].list_topics()  #> sns.list_topics
