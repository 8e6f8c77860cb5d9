# boto3 is imported when the function runs
def handler(event, context):
    import boto3

    client = boto3.client("polly")
    return client.describe_voices(LanguageCode="de-DE")  #> polly.describe_voices LanguageCode='de-DE'
