# Calls in a class's body
import boto3


class Settings:
    ssm = boto3.client("ssm")
    name = ssm.get_parameter(Name="/app/name")["Parameter"]["Value"]  #> ssm.get_parameter Name='/app/name'
    keys = [p for p in ssm.get_parameters(Names=["/a", "/b"])["Parameters"]]  #> ssm.get_parameters
