# A waiter that is handed out
import boto3


def stack_waiter():
    client = boto3.client("cloudformation")
    return client.get_waiter("stack_create_complete")  #> cloudformation.describe_stacks through=waiter:stack_create_complete
