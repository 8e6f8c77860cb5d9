# A class that assumes a role
import boto3


class CrossAccount:
    def __init__(self, account, role="Audit"):
        self.arn = f"arn:aws:iam::{account}:role/{role}"

    def session(self):
        sts = boto3.client("sts")
        response = sts.assume_role(RoleArn=self.arn, RoleSessionName="x", ExternalId="e")  #> sts.assume_role RoleArn='arn:aws:iam::123:role/Audit' ExternalId='e'
        credentials = response["Credentials"]
        return boto3.session.Session(
            aws_access_key_id=credentials["AccessKeyId"],
            aws_secret_access_key=credentials["SecretAccessKey"],
            aws_session_token=credentials["SessionToken"],
        )

    def client(self, name):
        return self.session().client(name)


CrossAccount("123").client("ec2").describe_instances()  #> ec2.describe_instances identity=assumed-role('arn:aws:iam::123:role/Audit')
boto3.client("ec2").describe_vpcs()  #> ec2.describe_vpcs
