# Sub-resources of a bucket
import boto3

bucket = boto3.resource("s3").Bucket("b")


def run():
    bucket.Acl().put(ACL="private")  #> s3.put_bucket_acl through=resource:BucketAcl.put Bucket='b' ACL='private'
    bucket.Cors().delete()  #> s3.delete_bucket_cors through=resource:BucketCors.delete Bucket='b'
    bucket.LifecycleConfiguration().put(LifecycleConfiguration={})  #> s3.put_bucket_lifecycle_configuration through=resource:BucketLifecycleConfiguration.put Bucket='b'
    bucket.Versioning().suspend()  #> s3.put_bucket_versioning through=resource:BucketVersioning.suspend Bucket='b'
    bucket.Website().put(WebsiteConfiguration={})  #> s3.put_bucket_website through=resource:BucketWebsite.put Bucket='b'
    bucket.Tagging().delete()  #> s3.delete_bucket_tagging through=resource:BucketTagging.delete Bucket='b'
    bucket.Notification().put(NotificationConfiguration={})  #> s3.put_bucket_notification_configuration through=resource:BucketNotification.put Bucket='b'
    bucket.Policy().put(Policy="{}")  #> s3.put_bucket_policy through=resource:BucketPolicy.put Bucket='b'
    bucket.Logging().put(BucketLoggingStatus={})  #> s3.put_bucket_logging through=resource:BucketLogging.put Bucket='b'
    bucket.RequestPayment().put(RequestPaymentConfiguration={})  #> s3.put_bucket_request_payment through=resource:BucketRequestPayment.put Bucket='b'
