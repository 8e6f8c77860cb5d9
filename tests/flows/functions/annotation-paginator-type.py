# Types of paginators and waiters
from mypy_boto3_s3.paginator import ListObjectsV2Paginator
from mypy_boto3_ec2.waiter import InstanceRunningWaiter


def run(p: ListObjectsV2Paginator, w: InstanceRunningWaiter):
    for page in p.paginate(Bucket="b"):  #> s3.list_objects_v2 through=paginator:list_objects_v2 Bucket='b'
        print(page)
    w.wait(InstanceIds=["i"])  #> ec2.describe_instances through=waiter:instance_running
