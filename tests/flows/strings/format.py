# Names by str.format, by position, by name and in order
import boto3

ssm = boto3.client("ssm")
PATH = "/{stage}/{}/{}"


def handler(event, context):
    ssm.delete_parameter(Name="/{}/{}".format("app", "key"))  #> ssm.delete_parameter Name='/app/key'
    ssm.get_parameter_history(Name=PATH.format("db", event["name"], stage="prod"))  #> ssm.get_parameter_history Name~'/prod/db/*'
    ssm.label_parameter_version(Name="/{1}/{0}".format("b", "a"), Labels=["live"])  #> ssm.label_parameter_version Name='/a/b'
