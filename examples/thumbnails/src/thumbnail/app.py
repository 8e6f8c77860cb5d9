"""Lambda function that makes a thumbnail of every image that is uploaded."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote_plus

from aws_lambda_powertools import Logger, Metrics
from aws_lambda_powertools.metrics import MetricUnit
from aws_lambda_powertools.utilities.batch import BatchProcessor, EventType, process_partial_response
from aws_lambda_powertools.utilities.data_classes import S3Event

import storage
from images import UnreadableImageError, make_thumbnail

if TYPE_CHECKING:
    from aws_lambda_powertools.utilities.batch.types import PartialItemFailureResponse
    from aws_lambda_powertools.utilities.data_classes.s3_event import S3EventRecord
    from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
    from aws_lambda_powertools.utilities.typing import LambdaContext

logger = Logger()
metrics = Metrics()
processor = BatchProcessor(event_type=EventType.SQS)


@logger.inject_lambda_context
@metrics.log_metrics
def handler(event: dict[str, Any], context: LambdaContext) -> PartialItemFailureResponse:
    """Process a batch of messages; those that fail return to the queue, the others do not."""
    return process_partial_response(
        event=event, record_handler=process_message, processor=processor, context=context
    )


def process_message(record: SQSRecord) -> None:
    """Process one message, which carries one or more notifications of the uploads bucket."""
    body = json.loads(record.body)
    if body.get("Event") == "s3:TestEvent":
        logger.info("Bucket notification is connected", extra={"bucket": body["Bucket"]})
        return
    for upload in S3Event(body).records:
        process_upload(upload)


def process_upload(upload: S3EventRecord) -> None:
    """Make, store and record one thumbnail. Doing it again gives the same result."""
    bucket, key = upload.s3.bucket.name, unquote_plus(upload.s3.get_object.key)
    try:
        thumbnail = make_thumbnail(storage.read_upload(bucket, key))
    except UnreadableImageError as error:
        logger.warning("Not an image", extra={"bucket": bucket, "key": key, "reason": str(error)})
        metrics.add_metric(name="ImagesUnreadable", unit=MetricUnit.Count, value=1)
        return
    thumbnail_key = storage.store_thumbnail(key, thumbnail)
    storage.record_thumbnail(f"s3://{bucket}/{key}", thumbnail_key, thumbnail, upload.event_time)
    logger.info("Thumbnail made", extra={"bucket": bucket, "key": key, "thumbnail": thumbnail_key})
    metrics.add_metric(name="ThumbnailsMade", unit=MetricUnit.Count, value=1)
