# Tasks of a DAG
from datetime import datetime
import boto3
from airflow import DAG
from airflow.decorators import task
from airflow.operators.python import PythonOperator


def start(**context):
    return boto3.client("glue").start_job_run(JobName="etl")["JobRunId"]  #> glue.start_job_run JobName='etl'


@task
def check(run_id):
    return boto3.client("glue").get_job_run(JobName="etl", RunId=run_id)  #> glue.get_job_run JobName='etl'


with DAG("etl", start_date=datetime(2026, 1, 1)) as dag:
    first = PythonOperator(task_id="start", python_callable=start)
    first >> check("x")
