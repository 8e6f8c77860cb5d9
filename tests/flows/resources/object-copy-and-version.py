# copy_from, copy, versions
import boto3

s3 = boto3.resource("s3")


def run():
    new = s3.Object("to", "k")
    new.copy_from(CopySource={"Bucket": "from", "Key": "k"})  #> s3.copy_object through=resource:Object.copy_from Bucket='to' Key='k'
    new.copy({"Bucket": "from", "Key": "k"})  #> s3.copy_object through=* Bucket='to' Key='k' ...
    new.Version("v1").get()  #> s3.get_object through=resource:ObjectVersion.get Bucket='to' Key='k' VersionId='v1'
    s3.ObjectVersion("b", "k", "v").delete()  #> s3.delete_object through=resource:ObjectVersion.delete Bucket='b' Key='k' VersionId='v'
    new.restore_object(RestoreRequest={})  #> s3.restore_object through=resource:Object.restore_object Bucket='to'
