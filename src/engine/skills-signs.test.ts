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
  ['git', '.pre-commit-config.yaml', 'repos:\n  - repo: local\n', ['exercised 2']],
  ['decision-records', 'ARCHITECTURE.md', 'word '.repeat(400), ['exercised 1']],
  ['decision-records', 'ARCHITECTURE.md', 'To do.\n', []],
])('%s in %s of %j', async (skill, file, text, expected) => {
  expect(await placesOf(skill, file, text)).toEqual(expected);
});
