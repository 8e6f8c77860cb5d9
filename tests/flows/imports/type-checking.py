# A type is imported for the checker alone and still says what the parameter is
from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mypy_boto3_athena import AthenaClient


def run_query(client: AthenaClient, sql: str) -> str:
    started = client.start_query_execution(QueryString=sql, WorkGroup="primary")  #> athena.start_query_execution QueryString=? WorkGroup='primary'
    return started["QueryExecutionId"]
