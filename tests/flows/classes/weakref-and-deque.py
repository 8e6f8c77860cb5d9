# Clients in a deque and a queue
import collections
import boto3

clients = collections.deque([boto3.client("s3")])
clients.append(boto3.client("s3", region_name="x"))
clients.popleft().list_buckets()  #> s3.list_buckets
OrderedClients = collections.OrderedDict(sqs=boto3.client("sqs"))
OrderedClients["sqs"].list_queues()  #> sqs.list_queues
chain = collections.ChainMap({"sns": boto3.client("sns")}, {})
chain["sns"].list_topics()  #> sns.list_topics
