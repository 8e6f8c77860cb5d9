# A session for each profile
import boto3

for profile in ["dev", "prod"]:
    session = boto3.Session(profile_name=profile)
    session.client("iam").get_account_summary()  #> iam.get_account_summary identity=profile('dev'|'prod')
for profile in boto3.Session().available_profiles:
    boto3.Session(profile_name=profile).client("s3").list_buckets()  #> s3.list_buckets identity=profile(?)
