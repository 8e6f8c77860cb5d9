# A session speaks with the rights of a profile
import boto3

session = boto3.Session(profile_name="admin", region_name="eu-west-1")


def main():
    session.client("iam").list_policies(Scope="Local")  #> iam.list_policies identity=profile('admin') Scope='Local'
    session.resource("s3").Bucket("b").create()  #> s3.create_bucket through=resource:Bucket.create identity=profile('admin') Bucket='b'


main()
