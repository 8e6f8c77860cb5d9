# A method of a class is a context manager
import contextlib

import boto3


class Storage:
    bucket = "tmp"

    @contextlib.contextmanager
    def connected(self):
        yield boto3.client("s3")

    def clear(self):
        with self.connected() as s3:
            s3.delete_object(Bucket=self.bucket, Key="x")  #> s3.delete_object Bucket='tmp' Key='x'


Storage().clear()
