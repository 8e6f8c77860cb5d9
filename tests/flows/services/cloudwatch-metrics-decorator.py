# A decorator that counts and logs
import functools
import boto3

cloudwatch = boto3.client("cloudwatch")


def metric(name, namespace="App"):
    def decorator(f):
        @functools.wraps(f)
        def wrapper(*args, **kwargs):
            try:
                return f(*args, **kwargs)
            finally:
                cloudwatch.put_metric_data(Namespace=namespace, MetricData=[{"MetricName": name}])  #> cloudwatch.put_metric_data Namespace='App'

        return wrapper

    return decorator


class Api:
    def __init__(self):
        self.lambda_ = boto3.client("lambda")

    @metric("invoke")
    def invoke(self, name, payload=b"{}"):
        return self.lambda_.invoke(FunctionName=name, InvocationType="Event", Payload=payload)  #> lambda.invoke FunctionName='worker' InvocationType='Event'


Api().invoke("worker")
