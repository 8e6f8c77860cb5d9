# Bedrock's runtime
import json
import boto3

bedrock = boto3.client(service_name="bedrock-runtime", region_name="us-east-1")
MODEL = "anthropic.claude-3-sonnet-20240229-v1:0"


def ask(prompt):
    body = json.dumps({"prompt": prompt})
    r = bedrock.invoke_model(modelId=MODEL, body=body)  #> bedrock-runtime.invoke_model modelId='anthropic.claude-3-sonnet-20240229-v1:0'
    return json.loads(r["body"].read())


def chat(messages):
    return bedrock.converse(modelId=MODEL, messages=messages)["output"]  #> bedrock-runtime.converse modelId='anthropic.claude-3-sonnet-20240229-v1:0'
