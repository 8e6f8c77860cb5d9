# A collection by getattr
import boto3

iam = boto3.resource("iam")
for name in ["users", "roles"]:
    for item in getattr(iam, name).all():  #> iam.list_users through=*; iam.list_roles through=*
        print(item.name)
