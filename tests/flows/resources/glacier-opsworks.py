# Resources of the rarer services
import boto3

vault = boto3.resource("glacier").Vault("-", "backup")
vault.upload_archive(body=b"")  #> glacier.upload_archive through=resource:Vault.upload_archive vaultName='backup'
vault.initiate_inventory_retrieval()  #> glacier.initiate_job through=resource:Vault.initiate_inventory_retrieval vaultName='backup'
