import { type Evidence, evidence } from '../evidence/evidence.ts';
import { lazy } from '../evidence/lazy.ts';
import { startOf } from '../evidence/place.ts';
import type { Resource, Stack } from '../infrastructure/model/resource.ts';
import { folderOf, isBelow } from '../repository/paths.ts';
import type { Repository } from '../repository/repository.ts';
import type { Alarms } from '../steps/facts.ts';
import { isShared } from './same-project.ts';

/** Types of resources that raise an alarm or measure an objective, of the clouds and of those who watch for others. */
const alarmTypes =
  /^(AWS::CloudWatch::(CompositeAlarm|Alarm|AnomalyDetector)|AWS::ApplicationSignals::ServiceLevelObjective|AWS::(ApplicationInsights|DevOpsGuru)::|aws_cloudwatch_(metric|composite)_alarm|aws_(applicationinsights|devopsguru)_|microsoft\.insights\/(metricalerts|activitylogalerts|scheduledqueryrules|alertrules|components)$|microsoft\.alertsmanagement\/|azurerm_(application_insights|monitor_[a-z_]*(alert|detector))|google_monitoring_(alert_policy|slo)|monitoring\.coreos\.com\/\S* PrometheusRule|(datadog|newrelic|grafana|signalfx|honeycombio|checkly|betteruptime|better-uptime|uptimerobot|statuscake|sentry|dynatrace|pagerduty|opsgenie|lightstep|coralogix)_)|^module:.*(alarm|alert|monitor|datadog|newrelic|insights|observability)/i;

/** Finds what raises alarms in a stack, and in the stacks near it. */
export function stackAlarms(stacks: readonly Stack[], repository: Repository): (stack: Stack) => Alarms {
  const all = lazy(
    () => new Map(stacks.map((stack) => [stack, alarmsIn(stack)] as const).filter(([, its]) => its.length > 0)),
  );
  const found = new Map<Stack, Alarms>();
  return (stack) => {
    let alarms = found.get(stack);
    if (alarms === undefined) {
      const own = all().get(stack) ?? [];
      const near = [...all()].flatMap(([other, its]) => (other !== stack && isNear(other, stack) ? its : []));
      alarms = { own: own.length > 0 ? own : inConstructs(stack, repository), near };
      found.set(stack, alarms);
    }
    return alarms;
  };
}

function alarmsIn({ resources }: Stack): Evidence[] {
  return [...resources.values()].filter(isAlarm).map(({ id, key }) => evidence(key, id));
}

function isAlarm({ type, properties }: Resource): boolean {
  return alarmTypes.test(type) || (type === 'serverless:function' && properties.entries.has('alarms'));
}

function isNear(other: Stack, stack: Stack): boolean {
  const [first = ''] = other.file.split('/');
  return !other.file.includes('/') || isShared(first) || first === stack.file.split('/')[0];
}

/** A bound for what is read of an app that defines its alarms by methods of metrics. */
const mostFiles = 300;

/** In the CDK a method of a metric makes an alarm, or a library of constructs makes them for all. */
function inConstructs({ format, file }: Stack, repository: Repository): Evidence[] {
  if (format !== 'cdk-python') return [];
  const folder = folderOf(file);
  const files = repository.files.filter((one) => one.endsWith('.py') && isBelow(one, folder));
  const made = files.slice(0, mostFiles).find((one) => {
    const content = repository.readText(one);
    return content.ok && /\.create_alarm\(|\bAlarm\(|cdk_monitoring_constructs/.test(content.text);
  });
  return made === undefined ? [] : [evidence(startOf(made), made)];
}
