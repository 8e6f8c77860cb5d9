# Tables over names
import boto3

ddb = boto3.resource("dynamodb")

for name in ("a", "b"):
    table = ddb.Table(name)
    table.delete()  #> dynamodb.delete_table through=resource:Table.delete TableName='a'|'b'
TABLES = {n: ddb.Table(f"app-{n}") for n in ["x", "y"]}
TABLES["x"].scan()  #> dynamodb.scan through=resource:Table.scan TableName='app-x'
