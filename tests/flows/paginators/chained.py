# Paginator, pages and search in one expression
import boto3


def handler(event, context):
    pages = boto3.client("iam").get_paginator("list_users").paginate(PaginationConfig={"PageSize": 50})  #> iam.list_users through=paginator:list_users
    names = list(pages.search("Users[].UserName"))
    return names, boto3.client("ec2").get_paginator("describe_instances").paginate().build_full_result()  #> ec2.describe_instances through=paginator:describe_instances
