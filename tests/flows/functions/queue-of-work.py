# Work passes through queue.Queue
import queue
import threading
import boto3

jobs = queue.Queue()


def worker():
    client = boto3.client("rekognition")
    while True:
        bucket, key = jobs.get()
        client.detect_labels(Image={"S3Object": {"Bucket": bucket, "Name": key}})  #> rekognition.detect_labels Image={}
        jobs.task_done()


threading.Thread(target=worker).start()
jobs.put(("b", "k"))
