# A curried function
import boto3


def putter(client):
    def bucket(name):
        def key(k):
            return client.put_object(Bucket=name, Key=k)  #> s3.put_object Bucket='b' Key='k'

        return key

    return bucket


putter(boto3.client("s3"))("b")("k")
