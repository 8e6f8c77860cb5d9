# A summary's Object
import boto3

for summary in boto3.resource("s3").Bucket("b").objects.all():  #> s3.list_objects through=* Bucket='b'
    summary.Object().put(Body=b"")  #> s3.put_object through=resource:Object.put Bucket='b'
    summary.Acl().put(ACL="private")  #> s3.put_object_acl through=resource:ObjectAcl.put Bucket='b'
    body = summary.get()["Body"].read()  #> s3.get_object through=resource:ObjectSummary.get Bucket='b'
    summary.copy_from(CopySource="b/x")  #> s3.copy_object through=resource:ObjectSummary.copy_from Bucket='b' CopySource='b/x'
