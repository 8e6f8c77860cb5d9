# Adjacent literals are one string, and numbers become text
import boto3

QUERY = (
    "select count(*) "
    "from visits"
)
SHARD = 3


def handler(event, context):
    boto3.client("athena").start_query_execution(QueryString=QUERY, WorkGroup="wg-" + str(SHARD))  #> athena.start_query_execution QueryString='select count(*) from visits' WorkGroup='wg-3'
