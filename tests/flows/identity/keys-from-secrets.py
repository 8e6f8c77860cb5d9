# Keys read from another place
import json
import boto3

secret = json.loads(boto3.client("secretsmanager").get_secret_value(SecretId="partner")["SecretString"])  #> secretsmanager.get_secret_value SecretId='partner'
partner = boto3.Session(aws_access_key_id=secret["key"], aws_secret_access_key=secret["secret"])
partner.client("s3").list_buckets()  #> s3.list_buckets identity=keys
