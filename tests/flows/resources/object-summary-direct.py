# A summary made by hand loads
import boto3

s = boto3.resource("s3").ObjectSummary("b", "k")
print(s.size)  #> s3.head_object through=* Bucket='b' Key='k'
