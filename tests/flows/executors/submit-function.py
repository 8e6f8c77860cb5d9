# A function of the program is submitted, with a client among its arguments
from concurrent.futures import ThreadPoolExecutor, as_completed

import boto3


def delete(client, key):
    return client.delete_object(Bucket="b", Key=key)  #> s3.delete_object Bucket='b' Key='a'|'b'


def handler(event, context):
    s3 = boto3.client("s3")
    with ThreadPoolExecutor() as pool:
        futures = [pool.submit(delete, s3, key) for key in ("a", "b")]
        return [future.result() for future in as_completed(futures)]
