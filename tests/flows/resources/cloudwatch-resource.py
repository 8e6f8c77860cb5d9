# Metrics and alarms
import boto3

cloudwatch = boto3.resource("cloudwatch")


def run():
    metric = cloudwatch.Metric("AWS/Lambda", "Errors")
    metric.get_statistics(StartTime=0, EndTime=1, Period=60)  #> cloudwatch.get_metric_statistics through=resource:Metric.get_statistics Namespace='AWS/Lambda' MetricName='Errors'
    alarm = metric.put_alarm(AlarmName="a", Period=60)  #> cloudwatch.put_metric_alarm through=resource:Metric.put_alarm AlarmName='a'
    alarm.set_state(StateValue="OK", StateReason="x")  #> cloudwatch.set_alarm_state through=resource:Alarm.set_state StateValue='OK'
    for a in cloudwatch.alarms.filter(StateValue="ALARM"):  #> cloudwatch.describe_alarms through=* StateValue='ALARM'
        a.delete()  #> cloudwatch.delete_alarms through=resource:Alarm.delete
    for m in cloudwatch.metrics.all():  #> cloudwatch.list_metrics through=*
        print(m.namespace)
