# Resources of two more services
import boto3


def handler(event, context):
    boto3.resource("sns").Topic("arn:t").publish(Message="m")  #> sns.publish through=resource:Topic.publish TopicArn='arn:t' Message='m'
    boto3.resource("cloudformation").Stack("app").delete()  #> cloudformation.delete_stack through=resource:Stack.delete StackName='app'
    boto3.resource("cloudwatch").Alarm("high").disable_actions()  #> cloudwatch.disable_alarm_actions through=resource:Alarm.disable_actions
