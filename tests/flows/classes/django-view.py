# A class-based view makes its client when it is called
import boto3


class View:
    @classmethod
    def as_view(cls):
        return lambda request: cls().get(request)


class DownloadView(View):
    bucket = "downloads"

    def get_client(self):
        return boto3.client("s3")

    def get(self, request):
        return self.get_client().list_object_versions(Bucket=self.bucket)  #> s3.list_object_versions Bucket='downloads'


urlpatterns = [("download/", DownloadView.as_view())]
