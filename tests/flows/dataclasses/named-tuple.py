# Fields of named tuples, made in both ways, by name and by unpacking
from collections import namedtuple
from typing import Any, NamedTuple

import boto3

Place = namedtuple("Place", ["bucket", "key"])


class Clients(NamedTuple):
    s3: Any
    sns: Any


def handler(event, context):
    clients = Clients(boto3.client("s3"), sns=boto3.client("sns"))
    place = Place("b", key="k")
    clients.s3.get_object(Bucket=place.bucket, Key=place.key)  #> s3.get_object Bucket='b' Key='k'
    bucket, _ = place
    _, topics = clients
    topics.publish(TopicArn="arn:" + bucket, Message="read")  #> sns.publish TopicArn='arn:b' Message='read'
