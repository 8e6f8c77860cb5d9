# Vault's client
import boto3
import hvac

client = hvac.Client()
client.secrets.kv.v2.create_or_update_secret(path="x", secret={})
client.read("x")
client.list("x")
client.delete("x")
