# A recursive function passes its client on
import boto3


def walk(client, parent):
    units = client.list_organizational_units_for_parent(ParentId=parent)["OrganizationalUnits"]  #> organizations.list_organizational_units_for_parent ParentId=*
    for unit in units[:1]:
        if parent == "r-root":
            walk(client, unit["Id"])


def handler(event, context):
    walk(boto3.client("organizations"), "r-root")
