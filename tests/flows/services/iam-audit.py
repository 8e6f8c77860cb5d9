# An audit that walks users and policies
import boto3

iam = boto3.resource("iam")
client = iam.meta.client


def audit():
    for user in iam.users.all():  #> iam.list_users through=*
        for policy in user.attached_policies.all():  #> iam.list_attached_user_policies through=*
            version = policy.default_version  #> iam.get_policy through=*
            print(version.document)  #> iam.get_policy_version through=*
        for device in user.mfa_devices.all():  #> iam.list_mfa_devices through=*
            print(device.serial_number)
        client.list_access_keys(UserName=user.name)  #> iam.list_access_keys
        print(user.Policy("inline").policy_document)  #> iam.get_user_policy through=*
