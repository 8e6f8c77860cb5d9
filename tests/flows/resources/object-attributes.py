# Attributes of an object load it once in each place
import boto3

obj = boto3.resource("s3").Object("b", "k")


def info():
    name = obj.key
    when = obj.last_modified  #> s3.head_object through=* Bucket='b' Key='k'
    return name, when


def tag():
    return obj.e_tag.strip('"')  #> s3.head_object through=* Bucket='b' Key='k'


def kind():
    return {"type": obj.content_type}  #> s3.head_object through=* Bucket='b' Key='k'


def meta():
    return obj.metadata.get("x")  #> s3.head_object through=* Bucket='b' Key='k'
