# Arguments reach their parameters by keyword, in another order
import boto3


def copy(target, source, client):
    client.copy_object(Bucket=target, Key="data.csv", CopySource={"Bucket": source, "Key": "data.csv"})  #> s3.copy_object Bucket='public' Key='data.csv' CopySource={}


copy(client=boto3.client("s3"), source="private", target="public")
