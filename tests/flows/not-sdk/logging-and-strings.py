# Strings, logs and paths with methods of the same names
import logging
from pathlib import Path

import boto3

logger = logging.getLogger()


def handler(event, context):
    logger.info("get_object(%s)", event)
    names = "a,b".split(",")
    names.copy()
    Path("/tmp/x").touch()
    text = "s3.get_object(Bucket='b')"
    return text.format(boto3), names
