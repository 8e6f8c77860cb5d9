# A cached function gives the settings, from another module
from functools import lru_cache

import boto3

from config import Settings


@lru_cache
def get_settings() -> Settings:
    return Settings()


def handler(event, context):
    boto3.client("ssm").get_parameters_by_path(Path=get_settings().parameter_path, Recursive=True)  #> ssm.get_parameters_by_path Path=$PARAMETER_PATH|'/shop' Recursive=True
# file: config.py
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    parameter_path: str = "/shop"
