# A parameter that nobody passes, and methods that one service has
import boto3


def copy(store, table, queue):
    store.get_object(Bucket="b", Key="k")  #> guessed s3.get_object Bucket='b' Key='k'
    table.put_item(TableName="t", Item={})  #> guessed dynamodb.put_item TableName='t' Item={}
    queue.send_message(QueueUrl="q", MessageBody="m")  #> guessed sqs.send_message QueueUrl='q' MessageBody='m'


VERSION = boto3.__version__
