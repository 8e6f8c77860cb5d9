import { expect, test } from 'vitest';
import { findingsOn } from '../../../tests/judge-files.ts';

const id = 'health-probe-missing';

const files = (container: string): Record<string, string> => ({
  'api/Dockerfile': 'FROM python:3.13\nCOPY . /app\nWORKDIR /app\nCMD ["gunicorn", "main:app"]\n',
  'api/main.py': 'app = 1\n',
  'k8s.yaml': `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: api }\nspec: { template: { spec: { containers: [{ name: web, image: acme/api${container} }] } } }\n`,
});

test.for<[title: string, container: string, expected: object]>([
  ['a port', ', ports: [{ containerPort: 80 }]', { verdict: 'fail', at: { file: 'k8s.yaml', line: 4 } }],
  ['no port', '', { verdict: 'not-applicable' }],
  ['a probe', ', ports: [{ containerPort: 80 }], readinessProbe: { tcpSocket: { port: 80 } }', { verdict: 'pass' }],
])('%s', async ([, container, expected]) => {
  expect(await findingsOn(id, files(container))).toMatchObject([expected]);
});

test('a template of Helm may add probes by its values', async () => {
  const { 'k8s.yaml': text = '', ...rest } = files(', ports: [{ containerPort: 80 }]');
  const chart = { 'chart/Chart.yaml': 'name: shop\n', 'chart/templates/api.yaml': text };
  expect(await findingsOn(id, { ...rest, ...chart })).toMatchObject([{ verdict: 'unknown' }]);
});
