# A client kept in flask's g
import boto3
from flask import Flask, g

app = Flask(__name__)


def get_s3():
    if "s3" not in g:
        g.s3 = boto3.client("s3")
    return g.s3


@app.route("/<key>")
def read(key):
    return get_s3().get_object(Bucket="b", Key=key)["Body"].read()  #> s3.get_object Bucket='b' Key=?
