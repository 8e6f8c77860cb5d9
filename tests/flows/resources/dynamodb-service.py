# Tables as a collection, batch operations and waiters
import boto3

ddb = boto3.resource("dynamodb")


def run():
    names = [t.name for t in ddb.tables.all()]  #> dynamodb.list_tables through=*
    for t in ddb.tables.limit(3):  #> dynamodb.list_tables through=*
        t.update(BillingMode="PAY_PER_REQUEST")  #> dynamodb.update_table through=resource:Table.update BillingMode='PAY_PER_REQUEST'
    ddb.batch_write_item(RequestItems={})  #> dynamodb.batch_write_item through=resource:ServiceResource.batch_write_item
    table = ddb.Table("a")
    table.wait_until_not_exists()  #> dynamodb.describe_table through=* TableName='a'
    print(table.table_status, table.table_name)  #> dynamodb.describe_table through=* TableName='a'
    ddb.meta.client.transact_write_items(TransactItems=[])  #> dynamodb.transact_write_items
    table.meta.client.get_paginator("query").paginate(TableName=table.name)  #> dynamodb.query through=paginator:query TableName='a'
    return names
