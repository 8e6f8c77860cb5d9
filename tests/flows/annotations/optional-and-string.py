# Annotations in quotes, optional, in a union and annotated
from typing import Annotated, Optional, Union

from mypy_boto3_redshift import RedshiftClient
from mypy_boto3_ecs import ECSClient


def one(client: "RedshiftClient"):
    return client.describe_clusters()  #> redshift.describe_clusters


def two(client: Optional[ECSClient] = None):
    return client.describe_clusters()  #> ecs.describe_clusters


def three(client: Annotated[ECSClient, "x"], other: Union[RedshiftClient, None], third: ECSClient | None):
    client.list_clusters()  #> ecs.list_clusters
    other.describe_clusters(ClusterIdentifier="c")  #> redshift.describe_clusters ClusterIdentifier='c'
    third.list_services()  #> ecs.list_services
