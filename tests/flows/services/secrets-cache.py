# Secrets with a cache and a JSON parse
import json
import boto3
from botocore.exceptions import ClientError


class SecretsCache:
    _cache = {}

    def __init__(self, client=None):
        self._client = client or boto3.session.Session().client(service_name="secretsmanager")

    def get(self, name):
        if name not in self._cache:
            try:
                self._cache[name] = json.loads(self._client.get_secret_value(SecretId=name)["SecretString"])  #> secretsmanager.get_secret_value SecretId='db'
            except ClientError:
                raise
        return self._cache[name]


secrets = SecretsCache()
password = secrets.get("db")["password"]
