# limit, page_size and pages, chained
import boto3

bucket = boto3.resource("s3").Bucket("b")

for o in bucket.objects.limit(10):  #> s3.list_objects through=* Bucket='b'
    print(o)
for o in bucket.objects.page_size(100).filter(Prefix="p/"):  #> s3.list_objects through=* Prefix='p/'
    print(o)
for page in bucket.objects.filter(Delimiter="/").limit(3).pages():  #> s3.list_objects through=* Delimiter='/'
    for o in page:
        o.delete()  #> s3.delete_object through=resource:ObjectSummary.delete
keys = [o.key for o in bucket.objects.pages()]  #> s3.list_objects through=*
count = len(list(bucket.objects.all()))  #> s3.list_objects through=*
first = next(iter(bucket.objects.limit(1)), None)  #> s3.list_objects through=*
