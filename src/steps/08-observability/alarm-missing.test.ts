import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';
import { event, sam } from '../../../tests/sam-files.ts';

const hourly = event('Hourly', 'Schedule', 'Schedule: rate(1 hour)');

const functions = (more = ''): Files => ({
  'main.py': 'def hello(request):\n    return "ok"\n',
  'main.tf': `resource "google_cloudfunctions2_function" "a" {
  name = "a"
  build_config {
    runtime     = "python313"
    entry_point = "hello"
  }
  event_trigger { event_type = "google.cloud.pubsub.topic.v1.messagePublished" }
}

resource "google_cloudfunctions2_function" "b" {
  name = "b"
  build_config {
    runtime     = "python313"
    entry_point = "hello"
  }
  event_trigger { event_type = "google.cloud.pubsub.topic.v1.messagePublished" }
}
${more}`,
});

const app = (line: string): Files => ({
  'cdk.json': '{"app": "python3 app.py"}',
  'src/main.py': 'def handler(event, context):\n    return event\n',
  'app.py': `import aws_cdk as cdk
from aws_cdk import aws_lambda as lambda_, aws_lambda_event_sources as sources, aws_s3 as s3

app = cdk.App()
stack = cdk.Stack(app, "Shop")
work = lambda_.Function(stack, "Work", runtime=lambda_.Runtime.PYTHON_3_13, handler="main.handler", code=lambda_.Code.from_asset("src"))
work.add_event_source(sources.S3EventSource(s3.Bucket(stack, "In"), events=[s3.EventType.OBJECT_CREATED]))
${line}
`,
});

test.for<[title: string, files: Files, ...expected: object[]]>([
  [
    'a function without an alarm',
    sam(hourly),
    { verdict: 'fail', severity: 'improvement', subject: 'template.yaml', at: { file: 'template.yaml', line: 1 } },
  ],
  ['a function that nothing starts', sam([]), { verdict: 'not-applicable' }],
  ['two functions of one stack', functions(), { verdict: 'fail' }, { verdict: 'not-applicable' }],
  [
    'an alert policy',
    functions('\nresource "google_monitoring_alert_policy" "failures" {\n  combiner = "OR"\n}\n'),
    { verdict: 'pass', at: { line: 19 } },
    { verdict: 'not-applicable' },
  ],
  [
    'an alarm by a method',
    app('work.metric_errors().create_alarm(stack, "Failures", threshold=1, evaluation_periods=1)'),
    { verdict: 'pass', at: { file: 'app.py' } },
  ],
  ['no alarm in an app', app('work.metric_errors()'), { verdict: 'fail' }],
  [
    'variables of a watcher',
    sam(['Environment: { Variables: { DD_SITE: datadoghq.eu } }', ...hourly]),
    { verdict: 'unknown', reason: 'external-code' },
  ],
])('%s', async ([, files, ...expected]) => {
  const found = await findingsOn('alarm-missing', files);
  expect(found.toSorted((a, b) => Number(a.at === null) - Number(b.at === null))).toMatchObject(expected);
});
