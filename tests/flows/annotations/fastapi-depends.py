# A dependency is annotated, whoever injects it
from typing import Annotated

import boto3
from fastapi import Depends, FastAPI
from mypy_boto3_s3.client import S3Client

app = FastAPI()


def get_s3() -> S3Client:
    return boto3.client("s3")


@app.get("/files")
def files(s3: Annotated[S3Client, Depends(get_s3)]):
    return s3.list_objects_v2(Bucket="files")["KeyCount"]  #> s3.list_objects_v2 Bucket='files'
