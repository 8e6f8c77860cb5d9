# operator.attrgetter takes the method
import operator
import boto3

get = operator.attrgetter("list_topics")
get(boto3.client("sns"))()  #> sns.list_topics
