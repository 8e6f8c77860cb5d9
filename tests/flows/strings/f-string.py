# Parts of an f-string that are known stay, the others are open
import boto3

s3 = boto3.client("s3")
STAGE = "prod"


def handler(event, context):
    day = event["day"]
    s3.put_object(Bucket=f"data-{STAGE}", Key=f"raw/{day}/part-{0}.json")  #> s3.put_object Bucket='data-prod' Key~'raw/*/part-0.json'
