# A pydantic model with a private client
import boto3
from pydantic import BaseModel, PrivateAttr


class Store(BaseModel):
    bucket: str = "data"
    _s3 = PrivateAttr(default_factory=lambda: boto3.client("s3"))

    def read(self, key: str) -> bytes:
        return self._s3.get_object(Bucket=self.bucket, Key=key)["Body"].read()  #> s3.get_object Bucket='data' Key='x'


Store().read("x")
