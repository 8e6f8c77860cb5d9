import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote_plus

import pytest
from aws_lambda_powertools.utilities.batch.exceptions import BatchProcessingError

import app
from test_images import encoded

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.service_resource import Table
    from mypy_boto3_s3 import S3Client


@dataclass
class Context:
    function_name: str = "thumbnail"
    memory_limit_in_mb: int = 1024
    invoked_function_arn: str = "arn:aws:lambda:eu-central-1:123456789012:function:thumbnail"
    aws_request_id: str = "6bc28136-xmpl-4365-b021-0ce6b2e64ab0"


def batch(*bodies: dict[str, Any]) -> dict[str, Any]:
    return {
        "Records": [
            {"messageId": str(number), "eventSource": "aws:sqs", "body": json.dumps(body)}
            for number, body in enumerate(bodies)
        ]
    }


def uploaded(key: str) -> dict[str, Any]:
    s3 = {"bucket": {"name": "uploads"}, "object": {"key": quote_plus(key)}}
    return {"Records": [{"eventTime": "2026-11-21T08:00:00.000Z", "s3": s3}]}


def failures(event: dict[str, Any]) -> list[str]:
    response = app.handler(event, Context())
    return [failure["itemIdentifier"] for failure in response["batchItemFailures"]]


def test_thumbnail_is_stored_and_recorded(s3: "S3Client", table: "Table") -> None:
    s3.put_object(Bucket="uploads", Key="holiday/day 1.png", Body=encoded(640, 320))
    event = batch(uploaded("holiday/day 1.png"))

    assert failures(event) == []
    assert failures(event) == []

    stored = s3.get_object(Bucket="thumbnail-images", Key="thumbnails/holiday/day 1.png.jpg")
    assert stored["ContentType"] == "image/jpeg"
    assert table.scan()["Items"] == [
        {
            "source": "s3://uploads/holiday/day 1.png",
            "thumbnail": "s3://thumbnail-images/thumbnails/holiday/day 1.png.jpg",
            "width": 320,
            "height": 160,
            "uploaded_at": "2026-11-21T08:00:00.000Z",
        }
    ]


def test_only_the_message_that_failed_returns_to_the_queue(s3: "S3Client", table: "Table") -> None:
    s3.put_object(Bucket="uploads", Key="good.png", Body=encoded(10, 10))
    assert failures(batch(uploaded("missing.png"), uploaded("good.png"))) == ["0"]
    assert [item["source"] for item in table.scan()["Items"]] == ["s3://uploads/good.png"]


def test_batch_that_fails_as_a_whole_is_an_error(s3: "S3Client", table: "Table") -> None:
    with pytest.raises(BatchProcessingError):
        failures(batch(uploaded("missing.png")))


def test_what_is_no_image_is_not_tried_again(s3: "S3Client", table: "Table") -> None:
    s3.put_object(Bucket="uploads", Key="notes.txt", Body=b"not an image")
    assert failures(batch(uploaded("notes.txt"))) == []
    assert table.scan()["Items"] == []


def test_test_event_of_the_bucket_is_accepted() -> None:
    assert failures(batch({"Service": "Amazon S3", "Event": "s3:TestEvent", "Bucket": "uploads"})) == []
