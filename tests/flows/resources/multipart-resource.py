# A multipart upload by resources
import boto3

s3 = boto3.resource("s3")


def run(parts):
    upload = s3.Object("b", "k").initiate_multipart_upload()  #> s3.create_multipart_upload through=resource:Object.initiate_multipart_upload Bucket='b' Key='k'
    for number, body in enumerate(parts, 1):
        upload.Part(number).upload(Body=body)  #> s3.upload_part through=resource:MultipartUploadPart.upload Bucket='b' Key='k'
    upload.complete(MultipartUpload={"Parts": []})  #> s3.complete_multipart_upload through=resource:MultipartUpload.complete Bucket='b' Key='k'
    upload.abort()  #> s3.abort_multipart_upload through=resource:MultipartUpload.abort Bucket='b' Key='k'
    for part in upload.parts.all():  #> s3.list_parts through=*
        print(part.e_tag)
