# init_app sets the client
import boto3


class S3Storage:
    def __init__(self, app=None):
        self.client = None
        if app is not None:
            self.init_app(app)

    def init_app(self, app):
        self.bucket = app.config["BUCKET"]
        self.client = boto3.client("s3")

    def save(self, file, name):
        self.client.upload_fileobj(file, self.bucket, name)  #> s3.put_object through=transfer:upload_fileobj Bucket=? ...


storage = S3Storage()
