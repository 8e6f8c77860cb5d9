# Arguments tell apart services that have the method
import boto3


def publish(first, second):
    first.publish(TopicArn="arn:t", Message="m")  #> guessed sns.publish TopicArn='arn:t' Message='m'
    second.describe_instances(FleetId="f")  #> guessed gamelift.describe_instances FleetId='f'


VERSION = boto3.__version__
