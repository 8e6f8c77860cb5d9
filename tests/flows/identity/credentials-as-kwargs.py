# The credentials of a role are spread as keyword arguments
import boto3


def credentials(role):
    answer = boto3.client("sts").assume_role(RoleArn=role, RoleSessionName="s")["Credentials"]  #> sts.assume_role RoleArn='arn:r'
    return {
        "aws_access_key_id": answer["AccessKeyId"],
        "aws_secret_access_key": answer["SecretAccessKey"],
        "aws_session_token": answer["SessionToken"],
    }


def handler(event, context):
    boto3.resource("dynamodb", **credentials("arn:r")).Table("t").scan()  #> dynamodb.scan through=resource:Table.scan identity=assumed-role('arn:r') TableName='t'
