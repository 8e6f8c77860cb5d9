# multiprocessing's starmap and apply_async
from multiprocessing import Pool
import boto3


def work(bucket, key):
    boto3.client("s3").delete_object(Bucket=bucket, Key=key)  #> s3.delete_object Bucket='b' Key='k1'|'k2'


def single(name):
    boto3.client("s3").delete_bucket(Bucket=name)  #> s3.delete_bucket Bucket='gone'


if __name__ == "__main__":
    with Pool(4) as pool:
        pool.starmap(work, [("b", "k1"), ("b", "k2")])
        pool.apply_async(single, ("gone",)).get()
