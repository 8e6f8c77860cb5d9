# Code below the main guard is code like any other
import boto3


def main():
    boto3.client("cloudformation").list_stacks()  #> cloudformation.list_stacks


if __name__ == "__main__":
    main()
    boto3.client("cloudformation").describe_stacks(StackName="app")  #> cloudformation.describe_stacks StackName='app'
