# Azure's clients with the names of AWS'
import boto3
from azure.cosmos import CosmosClient
from azure.keyvault.secrets import SecretClient
from azure.servicebus import ServiceBusClient

cosmos = CosmosClient("u", "k")
container = cosmos.get_database_client("d").get_container_client("c")
container.delete_item("x", partition_key="p")
container.create_item({})
SecretClient("u", None).get_secret("s")
ServiceBusClient.from_connection_string("c").get_queue_sender("q").send_messages([])
cosmos.list_databases()
