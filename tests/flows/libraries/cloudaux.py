# cloudaux hands out clients and resources, with a role of another account, and passes one to what it decorates
from cloudaux import sts_conn
from cloudaux.aws.sts import boto3_cached_conn


def users(account):
    own = boto3_cached_conn("iam")
    own.list_users()  #> iam.list_users
    other = boto3_cached_conn("sqs", account_number=account, assume_role="reader", region="eu-west-1")
    other.list_queues()  #> sqs.list_queues identity=assumed-role(~'arn:aws:iam::*:role/reader')
    table = boto3_cached_conn("dynamodb", service_type="resource").Table("t")
    table.scan()  #> dynamodb.scan through=resource:Table.scan TableName='t'
    client, credentials = boto3_cached_conn("sns", account_number="1", assume_role="r", return_credentials=True)
    client.list_topics()  #> sns.list_topics identity=assumed-role('arn:aws:iam::1:role/r')


@sts_conn("s3")
def put(client=None, **kwargs):
    client.put_object(Bucket="b", Key="k")  #> s3.put_object identity=assumed-role(?) Bucket='b' Key='k'


put(account_number="1", assume_role="r")
