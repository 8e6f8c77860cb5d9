// What is said of the examples: real services, small, each with a few faults that teams really leave in.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check, findCalls, findServices } from '../src/index.ts';
import { allFindings } from '../src/report/report.ts';
import { testDay } from './judge-files.ts';

const folderOf = (example: string): string => join(import.meta.dirname, '../examples', example);

/** `check file:line` of all that fails. */
async function failuresIn(example: string): Promise<string[]> {
  const report = await check(folderOf(example), { today: testDay, cache: false });
  expect(report.unreadable).toEqual([]);
  return allFindings(report).flatMap((finding) =>
    finding.verdict === 'fail' ? [`${finding.check} ${finding.at.file}:${finding.at.line}`] : [],
  );
}

describe('orders, on Azure Functions', () => {
  test('the function app of the Bicep file is one service, with its functions, code and pipeline', async () => {
    const { services, unreadable } = await findServices(folderOf('orders'));
    expect(unreadable).toEqual([]);
    expect(services).toMatchObject([
      {
        id: 'infra/main.bicep#app',
        cloud: 'azure',
        compute: 'function',
        artifact: 'zip',
        orchestration: ['event-driven', 'request-response'],
        runtime: { python: '3.10' },
        codeRoot: '.',
        entryPoints: [{ function: 'take_order' }, { function: 'read_order' }, { function: 'fulfil_order' }],
        triggers: [
          { name: 'orders', type: 'azure:http' },
          { name: 'orders/{id}', type: 'azure:http' },
          { name: '%ORDERS_QUEUE%', type: 'Microsoft.ServiceBus/namespaces/queues' },
        ],
        manifests: ['pyproject.toml', 'requirements.txt'],
        pipelines: ['azure-pipelines.yml'],
      },
    ]);
    expect(Object.keys(services[0]?.environment ?? {})).toEqual(
      expect.arrayContaining(['COSMOS_ENDPOINT', 'COSMOS_DATABASE', 'ORDERS_QUEUE', 'SERVICE_BUS']),
    );
  });

  test('its faults', async () => {
    expect(await failuresIn('orders')).toEqual(
      expect.arrayContaining([
        'account-key store.py:26',
        'pipeline-audit-missing azure-pipelines.yml:41',
        'python-versions-disagree pyproject.toml:5',
        'runtime-deprecated infra/main.bicep:110',
        'sdk-unpinned requirements.txt:1',
      ]),
    );
  });
});

describe('events, on Cloud Run', () => {
  test('the image of the Terraform file is one service, started by the subscription that pushes to it', async () => {
    const { services, unreadable } = await findServices(folderOf('events'));
    expect(unreadable).toEqual([]);
    expect(services).toMatchObject([
      {
        id: 'infra/main.tf#events',
        cloud: 'gcp',
        compute: 'container',
        artifact: 'image',
        runtime: { python: '3.12' },
        codeRoot: 'src',
        entryPoints: [{ file: 'src/events/main.py', function: 'app' }],
        environment: { ALERTS_TOPIC: { resource: 'google_pubsub_topic.alerts' } },
        identity: { resource: 'google_service_account.events' },
        triggers: [{ resource: 'google_pubsub_topic.device_events' }],
        pipelines: ['.github/workflows/deploy.yml'],
      },
    ]);
  });

  test('its faults', async () => {
    expect(await failuresIn('events')).toEqual(
      expect.arrayContaining([
        'long-lived-credentials .github/workflows/deploy.yml:40',
        'pipeline-python-differs .github/workflows/deploy.yml:24',
        'sdk-unpinned requirements.txt:3',
      ]),
    );
  });
});

describe('thumbnails, on Lambda', () => {
  test('its calls', async () => {
    const { calls } = await findCalls(folderOf('thumbnails'), { cache: false });
    const deployed = calls.filter((call) => !call.test);
    expect(deployed.map(({ service, operation }) => `${service} ${operation}`).sort()).toEqual([
      'dynamodb put_item',
      's3 get_object',
      's3 put_object',
    ]);
  });

  test('its faults', async () => {
    expect(await failuresIn('thumbnails')).toEqual(
      expect.arrayContaining([
        'dead-letter-missing template.yaml:58',
        'queue-visibility-too-short template.yaml:61',
        'runtime-deprecated template.yaml:12',
        'sdk-unpinned src/thumbnail/requirements.txt:1',
      ]),
    );
  });
});
