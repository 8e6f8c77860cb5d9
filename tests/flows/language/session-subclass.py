# A subclass of the session
import boto3


class MySession(boto3.Session):
    def ec2(self):
        return self.client("ec2")


def run():
    MySession().ec2().describe_regions()  #> ec2.describe_regions
    MySession(profile_name="x").client("iam").list_roles()  #> iam.list_roles identity=profile('x')
