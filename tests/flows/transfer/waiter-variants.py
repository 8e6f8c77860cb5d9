# Waiters by name
import boto3

s3, cfn, ecs = (boto3.client(n) for n in ["s3", "cloudformation", "ecs"])


def run():
    s3.get_waiter("bucket_not_exists").wait(Bucket="b")  #> s3.head_bucket through=waiter:bucket_not_exists Bucket='b'
    s3.get_waiter(waiter_name="object_not_exists").wait(Bucket="b", Key="k")  #> s3.head_object through=waiter:object_not_exists Bucket='b' Key='k'
    name = "stack_{}_complete"
    cfn.get_waiter(name.format("update")).wait(StackName="s")  #> cloudformation.describe_stacks through=waiter:stack_update_complete StackName='s'
    wait = ecs.get_waiter("services_stable").wait
    wait(cluster="c", services=["s"])  #> ecs.describe_services through=waiter:services_stable cluster='c'
    print(s3.waiter_names)
