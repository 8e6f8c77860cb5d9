# Links of all kinds
import boto3

s3 = boto3.client("s3")


def run(key, op):
    s3.generate_presigned_url(ClientMethod="get_object", Params=dict(Bucket="b", Key=key))  #> s3.get_object through=presigned Bucket='b' Key=?
    s3.generate_presigned_url("put_object", {"Bucket": "b", "Key": "k"}, 60, "PUT")  #> s3.put_object through=presigned Bucket='b' Key='k'
    s3.generate_presigned_url("upload_part", Params={"Bucket": "b", "Key": "k", "UploadId": "u", "PartNumber": 1})  #> s3.upload_part through=presigned Bucket='b'
    s3.generate_presigned_post("b", "k", Fields={}, Conditions=[], ExpiresIn=5)  #> s3.put_object through=presigned Bucket='b' Key='k'
    boto3.resource("s3").meta.client.generate_presigned_url("head_object", Params={"Bucket": "b", "Key": "k"})  #> s3.head_object through=presigned
    boto3.client("sts").generate_presigned_url("get_caller_identity", Params={}, ExpiresIn=60, HttpMethod="GET")  #> sts.get_caller_identity through=presigned
    boto3.client("polly").generate_presigned_url("synthesize_speech", Params={"Text": "x", "VoiceId": "Joanna", "OutputFormat": "mp3"})  #> polly.synthesize_speech through=presigned
