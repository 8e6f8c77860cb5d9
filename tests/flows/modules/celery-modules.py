# A task in one module, sent from another
# file: tasks.py
import boto3
from celery import Celery

app = Celery("x")


@app.task
def resize(bucket, key):
    boto3.client("s3").get_object(Bucket=bucket, Key=key)  #> s3.get_object Bucket='photos' Key=?
# file: web.py
from flask import Flask, request
from tasks import resize

app = Flask(__name__)


@app.post("/")
def upload():
    resize.delay("photos", request.form["key"])
    return "ok"
