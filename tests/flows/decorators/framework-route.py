# Routes of a framework are functions as before
import boto3
from flask import Flask, jsonify

app = Flask(__name__)
s3 = boto3.client("s3")


@app.route("/buckets")
def buckets():
    return jsonify(names())


def names():
    return [bucket["Name"] for bucket in s3.list_buckets()["Buckets"]]  #> s3.list_buckets


@app.post("/objects/<key>")
def put(key):
    s3.put_object(Bucket="b", Key=key)  #> s3.put_object Bucket='b' Key=?
    return "", 204
