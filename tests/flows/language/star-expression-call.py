# Arguments by star from a tuple
import boto3

s3 = boto3.client("s3")
WHERE = ("bucket", "key")


def run(path):
    s3.upload_file(path, *WHERE)  #> s3.put_object through=transfer:upload_file Bucket='bucket' Key='key' ...
    s3.download_file(*WHERE, path)  #> s3.get_object through=transfer:download_file Bucket='bucket' Key='key' ...
