# Collections of services, each element a resource
import boto3


def handler(event, context):
    for bucket in boto3.resource("s3").buckets.all():  #> s3.list_buckets through=*
        bucket.Versioning().enable()  #> s3.put_bucket_versioning through=resource:BucketVersioning.enable
    for role in boto3.resource("iam").roles.all():  #> iam.list_roles through=*
        for policy in role.attached_policies.all():  #> iam.list_attached_role_policies through=*
            role.detach_policy(PolicyArn=policy.arn)  #> iam.detach_role_policy through=resource:Role.detach_policy
