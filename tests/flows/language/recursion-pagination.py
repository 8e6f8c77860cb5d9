# A function that calls itself with the next token
import boto3

iam = boto3.client("iam")


def users(marker=None):
    page = iam.list_users(Marker=marker) if marker else iam.list_users()  #> iam.list_users; iam.list_users
    rest = users(page["Marker"]) if page["IsTruncated"] else []
    return page["Users"] + rest
