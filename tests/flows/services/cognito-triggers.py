# A handler of user pools
import os
import boto3

cognito = boto3.client("cognito-idp")
POOL = os.environ["POOL_ID"]


def sign_up(event):
    return cognito.sign_up(ClientId=event["client"], Username=event["u"], Password=event["p"])  #> cognito-idp.sign_up ClientId=?


def confirm(event):
    return cognito.admin_confirm_sign_up(UserPoolId=POOL, Username=event["u"])  #> cognito-idp.admin_confirm_sign_up UserPoolId=$POOL_ID


ROUTES = {"POST /signup": sign_up, "POST /confirm": confirm}


def handler(event, context):
    return ROUTES[event["routeKey"]](event)
