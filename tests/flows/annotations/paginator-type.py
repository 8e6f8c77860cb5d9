# A paginator's own type
from mypy_boto3_s3.paginator import ListObjectsV2Paginator


def keys(paginator: ListObjectsV2Paginator):
    for page in paginator.paginate(Bucket="b"):  #> s3.list_objects_v2 through=paginator:list_objects_v2 Bucket='b'
        yield page
