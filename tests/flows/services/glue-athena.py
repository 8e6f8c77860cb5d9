# A query that is waited for
import time
import boto3

athena = boto3.client("athena")


def wait(query_id):
    while True:
        state = athena.get_query_execution(QueryExecutionId=query_id)["QueryExecution"]["Status"]["State"]  #> athena.get_query_execution
        if state in ("SUCCEEDED", "FAILED"):
            return state
        time.sleep(1)


def run(sql, database="default", output=None):
    config = {"OutputLocation": output} if output else {}
    q = athena.start_query_execution(QueryString=sql, QueryExecutionContext={"Database": database}, ResultConfiguration=config)  #> athena.start_query_execution QueryString='select 1'
    if wait(q["QueryExecutionId"]) == "SUCCEEDED":
        return athena.get_paginator("get_query_results").paginate(QueryExecutionId=q["QueryExecutionId"])  #> athena.get_query_results through=paginator:get_query_results


run("select 1")
