# A role in each account of an organization
import boto3

org = boto3.client("organizations")
sts = boto3.client("sts")


def session_for(account_id):
    creds = sts.assume_role(RoleArn="arn:aws:iam::%s:role/Audit" % account_id, RoleSessionName="audit")["Credentials"]  #> sts.assume_role RoleArn~'arn:aws:iam::*:role/Audit'
    return boto3.session.Session(
        aws_access_key_id=creds["AccessKeyId"],
        aws_secret_access_key=creds["SecretAccessKey"],
        aws_session_token=creds["SessionToken"],
    )


for page in org.get_paginator("list_accounts").paginate():  #> organizations.list_accounts through=paginator:list_accounts
    for account in page["Accounts"]:
        s = session_for(account["Id"])
        for key in s.client("kms").list_keys()["Keys"]:  #> kms.list_keys identity=assumed-role(~'arn:aws:iam::*:role/Audit')
            print(key)
