# A resource is loaded by hand
import boto3

role = boto3.resource("iam").Role("deployer")


def handler(event, context):
    role.load()  #> iam.get_role through=* RoleName='deployer'
    role.reload()  #> iam.get_role through=* RoleName='deployer'
    role.attach_policy(PolicyArn="arn:p")  #> iam.attach_role_policy through=resource:Role.attach_policy RoleName='deployer' PolicyArn='arn:p'
    role.AssumeRolePolicy().update(PolicyDocument="{}")  #> iam.update_assume_role_policy through=resource:AssumeRolePolicy.update RoleName='deployer' PolicyDocument='{}'
