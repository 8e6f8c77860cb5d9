# A function that may return None
import boto3


def maybe(enabled=True):
    if not enabled:
        return None
    return boto3.client("xray")


def handler(event, context):
    tracer = maybe()
    if tracer:
        tracer.put_trace_segments(TraceSegmentDocuments=["{}"])  #> xray.put_trace_segments
