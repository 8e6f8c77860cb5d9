# can_paginate is no call
import boto3


def pages(service, operation, **kwargs):
    client = boto3.client(service)
    if client.can_paginate(operation):
        for page in client.get_paginator(operation).paginate(**kwargs):  #> iam.list_policies through=paginator:list_policies Scope='Local'
            yield page
    else:
        yield getattr(client, operation)(**kwargs)  #> iam.list_policies Scope='Local'


list(pages("iam", "list_policies", Scope="Local"))
