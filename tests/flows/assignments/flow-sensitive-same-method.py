# The same method name on one variable means another service after each assignment
import boto3

client = boto3.client("dynamodb")
client.list_tables(Limit=10)  #> dynamodb.list_tables Limit=10
client = boto3.client("timestream-write")
client.list_tables(DatabaseName="metrics")  #> timestream-write.list_tables DatabaseName='metrics'
client = boto3.client("keyspaces")
client.list_tables(keyspaceName="archive")  #> keyspaces.list_tables keyspaceName='archive'
