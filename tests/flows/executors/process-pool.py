# A pool of processes, and a lambda around the call
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.pool import ThreadPool

import boto3

kms = boto3.client("kms")


def rotate(key):
    kms.enable_key_rotation(KeyId=key)  #> kms.enable_key_rotation KeyId='k1'|'k2'


def handler(event, context):
    with ThreadPool(2) as pool:
        pool.map(rotate, ["k1", "k2"])
    with ThreadPoolExecutor() as pool:
        pool.submit(lambda: kms.schedule_key_deletion(KeyId="k3"))  #> kms.schedule_key_deletion KeyId='k3'
