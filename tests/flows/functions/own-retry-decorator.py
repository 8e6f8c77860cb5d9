# An own decorator with arguments
import functools
import time
import boto3


def retry(times):
    def decorator(f):
        @functools.wraps(f)
        def wrapper(*args, **kwargs):
            for i in range(times):
                try:
                    return f(*args, **kwargs)
                except Exception:
                    time.sleep(i)

        return wrapper

    return decorator


@retry(times=3)
def publish(topic, message="hi"):
    return boto3.client("sns").publish(TopicArn=topic, Message=message)  #> sns.publish TopicArn='arn:t' Message='hi'


publish("arn:t")
