# A client out of a package that is not read
from botocore.exceptions import ClientError
from company_aws import s3_client


def handler(event, context):
    try:
        return s3_client().head_object(Bucket="b", Key=event["key"])  #> guessed s3.head_object Bucket='b' Key=?
    except ClientError:
        return None
