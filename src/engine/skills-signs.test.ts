import { expect, test } from 'vitest';
import { memoryRepository } from '../repository/memory.ts';
import { showSkills } from './skills.ts';

async function placesOf(skill: string, file: string, text: string): Promise<string[]> {
  const { skills } = await showSkills([{ root: '.', repository: memoryRepository({ [file]: text }) }]);
  const found = skills.find(({ id }) => id === skill);
  return (found?.evidence ?? []).map((one) => `${one.strength} ${one.line}`);
}

test.each([
  ['caching', 'app/store.py', 'x = 1\n\n\nclass RecordCache:\n    pass\n', ['exercised 4']],
  ['caching', 'app/store.py', 'def load_shard_from_cache(path):\n    pass\n', ['exercised 1']],
  ['caching', 'app/clusters.py', 'class ElastiCacheBackend:\n    pass\n', []],
  ['caching', '{{cookiecutter.slug}}/settings.py', 'CACHES = {}\n', ['exercised 1']],
  ['caching', 'examples/settings.py', 'CACHES = {}\n', []],
  ['event-driven', 'app/handler.py', 'for one in event["Records"]:\n    print(one)\n', ['exercised 1']],
  ['event-driven', 'app/select.py', 'body = event["Records"]["Payload"]\n', []],
  ['event-driven', 'app/bus.py', 'bus.put_events(\n    Entries=[],\n)\n', ['exercised 1']],
  ['event-driven', 'app/bus.py', 'self.put_events([event])\n', []],
  ['scheduling', 'app/tasks.py', 'app.add_periodic_task(60, clean)\n', ['exercised 1']],
  ['metrics', 'app/monitor.py', 'latency = meter.create_histogram("latency")\n', ['exercised 1']],
  ['metrics', 'app/main.py', 'stats.count("start")\n', ['exercised 1']],
  ['alerting', 'app/alarms.py', 'client.put_metric_alarm(AlarmName="x")\n', ['exercised 1']],
  ['performance', 'tests/test_speed.py', 'def test_parse(benchmark):\n    benchmark(parse)\n', ['exercised 1']],
  ['idempotency', 'app/start.py', 'client.start(ClientRequestToken=str(uuid4()))\n', []],
  ['idempotency', 'app/start.py', 'client.start(ClientRequestToken=order.key)\n', ['exercised 1']],
  ['git', '.gitattributes', '* text=auto\n', ['imported 1']],
  ['retries', 'app/wait.py', 'def retry_on_error(call, tries=3):\n    pass\n', ['exercised 1']],
  ['retries', 'app/mail.py', 'def report_task_retry(task):\n    pass\n', []],
  ['structured-logging', 'app/log.py', 'class RowFormatter(logging.Formatter):\n    pass\n', []],
  ['structured-logging', 'app/log.py', 'class Lines(logging.Formatter):\n    """Lines of JSON."""\n', ['exercised 1']],
  ['structured-logging', 'app/log.py', 'logger.info("x", extra={"spider": spider})\n', []],
  ['rest-api', 'app/routes.py', 'routes = [\n    (r"/api/v1/users", UsersHandler),\n]\n', ['exercised 2']],
  ['object-storage', 'app/settings.py', 'S = {"BACKEND": "storages.backends.s3.S3Storage"}\n', ['exercised 1']],
  ['object-storage', 'app/checks.py', 'if name == "storages.backends.s3.S3Storage":\n    pass\n', []],
  ['llm-integration', 'app/responses.py', 'self.bedrock_backend.invoke_model(body)\n', []],
  ['llm-integration', 'app/chat.py', 'client.invoke_model(body=body)\n', ['exercised 1']],
  ['postgresql', '.github/workflows/test.yml', 'services:\n  db:\n    image: postgres:14\n', ['tested 3']],
  ['dependency-management', 'requirements.txt', '#    uv pip compile pyproject.toml\nredis==5.0\n', ['exercised 1']],
  ['git', 'release.sh', 'set -e\ngit tag v1\n', ['exercised 2']],
  ['git', '.pre-commit-config.yaml', 'repos:\n  - repo: local\n', ['exercised 2']],
  ['decision-records', 'ARCHITECTURE.md', `We chose queues. ${'word '.repeat(400)}`, ['exercised 1']],
  ['decision-records', 'ARCHITECTURE.md', 'word '.repeat(400), []],
  [
    'release-notes',
    'CHANGELOG.md',
    '# Changelog\n\n## 1.2.0\n\n- Carts keep their items.\n',
    ['exercised 3', 'imported 1'],
  ],
  [
    'release-notes',
    'CHANGELOG.md',
    '## [project-title] Changelog\n\n<a name="x.y.z"></a>\n# x.y.z (yyyy-mm-dd)\n',
    ['imported 1'],
  ],
  ['contribution-guide', 'CONTRIBUTING.md', `# Contributing\n\n${'word '.repeat(40)}`, ['exercised 1']],
  [
    'contribution-guide',
    'CONTRIBUTING.md',
    `# Contributing to [project-title]\n\n${'word '.repeat(40)}`,
    ['imported 1'],
  ],
  ['linux', 'infra/main.tf', 'resource "aws_instance" "a" {\n  user_data = file("boot.sh")\n}\n', ['deployed 2']],
  ['cloud-networking', 'app/purge.py', 'cdn = boto3.client("cloudfront")\ncdn.create_invalidation(Id=x)\n', []],
  ['cloud-networking', 'app/cdn.py', 'cdn.create_distribution(DistributionConfig=x)\n', ['exercised 1']],
  ['rabbitmq', 'app/brokers.py', 'import boto3\nboto3.client("mq").list_brokers()\n', []],
  ['rabbitmq', 'app/brokers.py', 'mq.create_broker(EngineType="RABBITMQ")\n', ['exercised 1']],
  ['rabbitmq', 'app/queue.py', 'from kombu import Queue\nmail = Queue("mail")\n', ['exercised 2']],
  ['rabbitmq', 'app/sqs.py', 'from kombu.asynchronous.aws.sqs.message import AsyncMessage\nAsyncMessage()\n', []],
  ['mysql', 'app/job.py', 'driver = "com.mysql.jdbc.Driver"\n', ['exercised 1']],
  ['gcp', 'app/members.py', 'from googleapiclient import discovery\ndiscovery.build("admin", "directory_v1")\n', []],
  ['structured-logging', 'app/log.py', 'from log import JsonFormatter\n\nf = JsonFormatter()\n', ['exercised 3']],
  ['gcp', 'app/vms.py', 'from googleapiclient import discovery\ndiscovery.build("compute", "v1")\n', ['exercised 2']],
  ['decision-records', 'ARCHITECTURE.md', 'To do.\n', []],
])('%s in %s of %j', async (skill, file, text, expected) => {
  expect(await placesOf(skill, file, text)).toEqual(expected);
});

test('what the code of a notebook uses is exercised, at the line of the file', async () => {
  const source = ['import pandas as pd\n', 'pd.read_sql("SELECT a FROM b", db)'];
  const notebook = { cells: [{ cell_type: 'code', source }], metadata: { kernelspec: { language: 'python' } } };
  const text = JSON.stringify(notebook, null, 1);
  expect(await placesOf('pandas', 'work/explore.ipynb', text)).toEqual(['exercised 7']);
  expect(await placesOf('sql', 'work/explore.ipynb', text)).toEqual(['exercised 7']);
});
