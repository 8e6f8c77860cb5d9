# A sample event that a module passes to its handler as a script is no value of the platform's
import boto3

s3 = boto3.client("s3")


def handler(event, context):
    s3.get_object(Bucket=event["bucket"], Key="k")  #> s3.get_object Bucket=?parameter-of-entry-point Key='k'


if __name__ == "__main__":
    handler({"bucket": "sample"}, None)
