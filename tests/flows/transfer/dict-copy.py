# A dictionary's copy beside a client's
import boto3

s3 = boto3.client("s3")
DEFAULTS = {"ContentType": "text/csv"}


def handler(event, context):
    extra = DEFAULTS.copy()
    source = dict(Bucket="a", Key="k").copy()
    s3.copy(source, "b", "k", ExtraArgs=extra)  #> s3.copy_object through=transfer:copy Bucket='b' ...
