# Members of resources that call nothing
import boto3

s3 = boto3.resource("s3")
obj = s3.Object("b", "k")
print(obj.bucket_name, obj.key, obj.meta, obj.meta.data, obj.get_available_subresources())
print(s3.meta.service_name, s3.Bucket("x").name, s3.Bucket("x") == s3.Bucket("y"))
collection = s3.Bucket("x").objects
print(collection)
