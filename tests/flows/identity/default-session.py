# setup_default_session changes with whose rights every client speaks
import boto3

boto3.setup_default_session(profile_name="build")


def main():
    boto3.client("ecr").get_authorization_token()  #> ecr.get_authorization_token identity=profile('build')


main()
