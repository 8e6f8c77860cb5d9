# A parameter hides the client's name
import boto3

s3 = boto3.client("s3")


class Disk:
    def get_object(self, Bucket, Key):
        return Bucket + Key


def read(s3):
    return s3.get_object(Bucket="b", Key="k")


read(Disk())
