# A mixin brings the client, the class uses it
import boto3


class MetricsMixin:
    _cloudwatch = None

    @property
    def cloudwatch(self):
        if self._cloudwatch is None:
            self._cloudwatch = boto3.client("cloudwatch")
        return self._cloudwatch


class Importer(MetricsMixin):
    namespace = "Import"

    def run(self):
        self.cloudwatch.put_metric_data(Namespace=self.namespace, MetricData=[])  #> cloudwatch.put_metric_data Namespace='Import'


def handler(event, context):
    Importer().run()
