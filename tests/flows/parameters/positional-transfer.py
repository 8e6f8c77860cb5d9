# Positional arguments of a method that boto3 adds carry their names
import boto3

s3 = boto3.client("s3")


def handler(event, context):
    s3.upload_file("/tmp/out.csv", "exports", "out.csv")  #> s3.put_object through=transfer:upload_file Bucket='exports' Key='out.csv' ...
    s3.download_file("imports", event["key"], "/tmp/in.csv")  #> s3.get_object through=transfer:download_file Bucket='imports' Key=? ...
