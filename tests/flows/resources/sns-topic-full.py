# Topics, subscriptions and platform endpoints
import boto3

sns = boto3.resource("sns")


def run():
    topic = sns.create_topic(Name="alerts")  #> sns.create_topic through=resource:ServiceResource.create_topic Name='alerts'
    subscription = topic.subscribe(Protocol="sms", Endpoint="+1")  #> sns.subscribe through=resource:Topic.subscribe Protocol='sms'
    subscription.set_attributes(AttributeName="FilterPolicy", AttributeValue="{}")  #> sns.set_subscription_attributes through=resource:Subscription.set_attributes
    subscription.delete()  #> sns.unsubscribe through=resource:Subscription.delete
    for s in topic.subscriptions.all():  #> sns.list_subscriptions_by_topic through=*
        print(s.arn)
    print(sns.Topic("arn:t").attributes)  #> sns.get_topic_attributes through=* TopicArn='arn:t'
    sns.PlatformEndpoint("arn:e").publish(Message="m")  #> sns.publish through=resource:PlatformEndpoint.publish TargetArn='arn:e' Message='m'
    for t in sns.topics.all():  #> sns.list_topics through=*
        t.delete()  #> sns.delete_topic through=resource:Topic.delete
