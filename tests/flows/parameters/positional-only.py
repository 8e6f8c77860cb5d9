# Positional-only and keyword-only parameters take what is theirs
import boto3


def alarm(client, name, /, *, metric, namespace="App"):
    client.put_metric_alarm(AlarmName=name, MetricName=metric, Namespace=namespace, EvaluationPeriods=1, ComparisonOperator="GreaterThanThreshold")  #> cloudwatch.put_metric_alarm AlarmName='errors' MetricName='Errors' Namespace='App'


alarm(boto3.client("cloudwatch"), "errors", metric="Errors")
