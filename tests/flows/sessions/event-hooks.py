# Registered hooks are no calls, and the calls of a hook are
import boto3

logs = boto3.client("logs")
s3 = boto3.client("s3")


def audit(params, **kwargs):
    logs.put_log_events(logGroupName="audit", logStreamName="s3", logEvents=[])  #> logs.put_log_events logGroupName='audit'


s3.meta.events.register("before-call.s3.GetObject", audit)


def handler(event, context):
    return s3.get_object(Bucket="b", Key="k")  #> s3.get_object Bucket='b' Key='k'
