# The methods that move files, by position and by keyword
import io

import boto3

s3 = boto3.client("s3")


def handler(event, context):
    s3.upload_fileobj(io.BytesIO(b"x"), "b", "k")  #> s3.put_object through=transfer:upload_fileobj Bucket='b' Key='k' ...
    s3.download_fileobj(Bucket="b", Key="k", Fileobj=io.BytesIO())  #> s3.get_object through=transfer:download_fileobj Bucket='b' Key='k' ...
    s3.copy({"Bucket": "from", "Key": "k"}, "to", "k2")  #> s3.copy_object through=transfer:copy Bucket='to' Key='k2' ...
