import { type Evidence, evidence } from '../../evidence/evidence.ts';
import { startOf } from '../../evidence/place.ts';
import type { Stack } from '../../infrastructure/model/resource.ts';
import { isApart } from '../../services/discover/apart.ts';
import type { Service } from '../../services/service.ts';
import { defineCheck, type Subject } from '../define.ts';
import { functionFiles, handlerModule, samTemplate } from '../examples.ts';
import { fail, pass, unknown } from '../judgement.ts';

interface Deployed extends Subject {
  readonly stack: Stack;
}

/** Modules of those who watch over a program and tell somebody. */
const watchers: ReadonlySet<string> = new Set([
  'bugsnag',
  'datadog_lambda',
  'ddtrace',
  'elasticapm',
  'honeybadger',
  'instana',
  'lumigo_tracer',
  'newrelic',
  'rollbar',
  'scout_apm',
  'sentry_sdk',
]);
const watched = /^(DD|NEW_RELIC|SENTRY|LUMIGO|HONEYCOMB|ROLLBAR|BUGSNAG|INSTANA|ELASTIC_APM|DT|DATADOG|SPLUNK)_/;
const watchingLayer = /datadog|newrelic|lumigo|sentry|dynatrace|splunk|elastic-apm|instana/i;

const code = 'def handler(event, context):\n    return event\n';
const alarm = [
  'Failures:',
  '  Type: AWS::CloudWatch::Alarm',
  '  Properties:',
  '    Namespace: AWS/Lambda',
  '    MetricName: Errors',
  '    ComparisonOperator: GreaterThanThreshold',
  '    EvaluationPeriods: 1',
];
const hourly = ['Events:', '  Hourly: { Type: Schedule, Properties: { Schedule: rate(1 hour) } }'];
const lambda = ['Handler: app.handler', 'Runtime: python3.13', ...hourly];

export const check = defineCheck({
  id: 'alarm-missing',
  scope: 'service',
  step: 'observability',
  clouds: ['aws', 'azure', 'gcp'],
  severity: 'improvement',
  title: 'Have an alarm tell somebody when a service fails',
  docs: {
    why: 'Metrics and logs that nobody looks at tell nobody: without an alarm it is the users who notice first that a service fails, is slow or stands still.',
    fix: 'Declare an alarm beside the service: on errors, on the age of messages or what arrives in the dead-letter queue, on latency; and send it to somebody. On Google Cloud an alert policy, on Azure an alert rule or Application Insights, whose rule for failure anomalies comes by itself.',
    whenNone:
      'No infrastructure code of a cloud defines it, nothing there starts it but deployments, or another service of its stack stands for all of that.',
    bad: [
      { title: 'A function, and no alarm', files: functionFiles(code, ...hourly) },
      {
        title: 'A log group and a dashboard alone',
        files: {
          'app.py': handlerModule,
          'template.yaml': samTemplate(lambda, [
            'Board:',
            '  Type: AWS::CloudWatch::Dashboard',
            '  Properties: { DashboardBody: "{}" }',
          ]),
        },
      },
    ],
    good: [
      { title: 'An alarm', files: { 'app.py': handlerModule, 'template.yaml': samTemplate(lambda, alarm) } },
      {
        title: 'A monitor of somebody else',
        files: {
          'app.py': handlerModule,
          'main.tf':
            'resource "aws_lambda_function" "resize" {\n  function_name = "resize"\n  handler       = "app.handler"\n  runtime       = "python3.13"\n  filename      = "app.zip"\n  role          = "arn:aws:iam::123456789012:role/resize"\n}\n\nresource "aws_lambda_function_url" "resize" {\n  function_name      = aws_lambda_function.resize.function_name\n  authorization_type = "AWS_IAM"\n}\n\nresource "datadog_monitor" "errors" {\n  name  = "errors"\n  type  = "query alert"\n  query = "sum(last_5m):sum:aws.lambda.errors{*} > 1"\n}\n',
        },
      },
      {
        title: 'Application Insights, which alerts on failures by itself',
        files: {
          'function_app.py':
            'import azure.functions as func\n\napp = func.FunctionApp()\n\n\n@app.route(route="hello")\ndef hello(req):\n    return "hello"\n',
          'host.json': '{"version": "2.0"}',
          'azure.yaml': 'name: web\nservices:\n  web: { project: ., language: py, host: function }\n',
          'main.bicep':
            "resource watch 'Microsoft.Insights/components@2020-02-02' = {\n  name: 'watch'\n}\nresource web 'Microsoft.Web/sites@2024-04-01' = {\n  name: 'web'\n  kind: 'functionapp,linux'\n  tags: { 'azd-service-name': 'web' }\n  properties: { siteConfig: { linuxFxVersion: 'PYTHON|3.13' } }\n}\n",
        },
      },
      {
        title: 'Alarms in another stack, of which it cannot be told',
        files: {
          ...functionFiles(code, ...hourly),
          'alarms.yaml': ['Resources:', ...alarm.map((line) => `  ${line}`), ''].join('\n'),
        },
      },
      {
        title: 'A service that watches the code, of which it cannot be told',
        files: functionFiles(`import sentry_sdk\n\nsentry_sdk.init()\n\n${code}`, ...hourly),
      },
    ],
    sources: [
      'https://docs.aws.amazon.com/wellarchitected/latest/framework/rel_monitor_aws_resources_notification_monitor.html',
      'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html',
      'https://learn.microsoft.com/azure/azure-monitor/alerts/proactive-failure-diagnostics',
      'https://cloud.google.com/monitoring/alerts',
    ],
  },
  subjects: (service, facts): Deployed[] => {
    if (!isServing(service)) return [];
    const { stack } = service.definition;
    const first = facts.services.find((one) => one.definition?.stack === stack && isServing(one));
    return first === service ? [{ name: stack.file, stack }] : [];
  },
  judge: ({ name, stack }, service, facts) => {
    const { own, near } = facts.alarms(stack);
    const [alarm] = own;
    if (alarm !== undefined) return pass('Its stack has an alarm.', alarm);
    const [elsewhere] = near;
    if (elsewhere !== undefined) {
      const text = `${elsewhere.file} has alarms; whether one is on it does not show.`;
      return unknown('conflicting-evidence', text, elsewhere);
    }
    const watcher = facts.services
      .filter((one) => one.definition?.stack === stack)
      .map(watcherOf)
      .find((one) => one !== undefined);
    if (watcher !== undefined) {
      return unknown('external-code', `${watcher.text} may alarm on it: its rules are kept there.`, watcher);
    }
    const [fault] = stack.faults;
    if (fault !== undefined) {
      const text = `A part of its stack could not be read, and an alarm may stand there: ${fault.message}.`;
      return unknown('unreadable-file', text, evidence(fault.place, 'unread'));
    }
    return fail(`Nothing in ${name} or near it raises an alarm when ${service.name} fails.`, [
      evidence(startOf(name), 'no alarm', 'absent'),
      evidence(service.definedIn, service.name),
    ]);
  },
});

type Defined = Service & { readonly definition: NonNullable<Service['definition']> };

/** True for what infrastructure code of a cloud deploys and what does work for others than the deployment itself. */
function isServing(service: Service): service is Defined {
  const { cloud, definition, triggers, compute, apart } = service;
  if (definition === null || (cloud !== 'aws' && cloud !== 'azure' && cloud !== 'gcp')) return false;
  if (!apart && isApart(definition.stack.file)) return false;
  // A function that nothing in the tree starts may be a helper of the deployment or of operators.
  if (triggers.length === 0) return compute === 'container';
  return triggers.some(({ type }) => !/^Custom::|^AWS::CloudFormation::|custom_resources/.test(type));
}

/** What shows that somebody else watches a service: its imports, variables or layers. */
function watcherOf(service: Service): Evidence | undefined {
  const variable = service.environment.find(({ name }) => watched.test(name));
  if (variable !== undefined) return evidence(variable.place, variable.name);
  const layer = service.layers.find((one) => watchingLayer.test(one));
  if (layer !== undefined) return evidence(service.definedIn, layer);
  return service.importsOf(watchers).imports[0]?.evidence;
}
