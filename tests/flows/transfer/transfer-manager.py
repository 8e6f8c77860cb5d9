# s3transfer's own manager
import boto3
from s3transfer.manager import TransferManager


def run(path):
    with TransferManager(boto3.client("s3")) as manager:
        future = manager.upload(path, "b", "k")  #> s3.put_object through=* Bucket='b' Key='k' ...
        future.result()
        manager.download(bucket="b", key="k", fileobj="/tmp/x").result()  #> s3.get_object through=* Bucket='b' Key='k' ...
        manager.copy({"Bucket": "a", "Key": "k"}, "b", "k")  #> s3.copy_object through=* Bucket='b' Key='k' ...
