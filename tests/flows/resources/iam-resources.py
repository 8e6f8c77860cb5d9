# Users, groups, policies of IAM
import boto3

iam = boto3.resource("iam")


def run():
    user = iam.create_user(UserName="u")  #> iam.create_user through=resource:ServiceResource.create_user UserName='u'
    pair = user.create_access_key_pair()  #> iam.create_access_key through=resource:User.create_access_key_pair UserName='u'
    pair.deactivate()  #> iam.update_access_key through=resource:AccessKeyPair.deactivate
    user.add_group(GroupName="admins")  #> iam.add_user_to_group through=resource:User.add_group UserName='u' GroupName='admins'
    iam.Group("admins").remove_user(UserName="u")  #> iam.remove_user_from_group through=resource:Group.remove_user GroupName='admins' UserName='u'
    for key in user.access_keys.all():  #> iam.list_access_keys through=* UserName='u'
        key.delete()  #> iam.delete_access_key through=resource:AccessKey.delete
    policy = iam.Policy("arn:aws:iam::aws:policy/ReadOnlyAccess")
    print(policy.attachment_count)  #> iam.get_policy through=*
    policy.attach_role(RoleName="r")  #> iam.attach_role_policy through=resource:Policy.attach_role RoleName='r'
    print(iam.CurrentUser().arn)  #> iam.get_user through=*
    for version in policy.versions.all():  #> iam.list_policy_versions through=*
        version.delete()  #> iam.delete_policy_version through=resource:PolicyVersion.delete
