# A bound method kept under a name is called later
import boto3

put_metric = boto3.client("cloudwatch").put_metric_data


def handler(event, context):
    put_metric(Namespace="Shop", MetricData=[{"MetricName": "Orders", "Value": 1}])  #> cloudwatch.put_metric_data Namespace='Shop'
