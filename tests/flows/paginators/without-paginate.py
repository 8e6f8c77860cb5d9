# A paginator that is returned is used by somebody else
import boto3


def functions():
    return boto3.client("lambda").get_paginator("list_functions")  #> lambda.list_functions through=paginator:list_functions
