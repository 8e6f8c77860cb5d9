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

const site = (settings: string, kind = 'app,linux', more = ''): Record<string, string> => ({
  'src/app.py': 'app = 1\n',
  'azure.yaml': 'name: shop\nservices:\n  web: { project: src, language: py, host: appservice }\n',
  'infra/main.bicep': `param path string = ''
param asked string
resource web 'Microsoft.Web/sites@2024-04-01' = {
  name: 'web'
  kind: '${kind}'
  tags: { 'azd-service-name': 'web' }
  properties: {
    siteConfig: {
      linuxFxVersion: 'PYTHON|3.13'
      ${settings}
    }
  }
}
${more}`,
});

test.for<[title: string, files: Record<string, string>, expected: object]>([
  ['nothing said', site(''), { verdict: 'fail', severity: 'improvement', at: { file: 'infra/main.bicep', line: 3 } }],
  ['an empty default', site('healthCheckPath: path'), { verdict: 'fail', at: { line: 3 } }],
  ['a path', site("healthCheckPath: '/ready'"), { verdict: 'pass' }],
  ['a path of the deployment', site('healthCheckPath: asked'), { verdict: 'unknown', reason: 'dynamic-value' }],
  ['functions', site('', 'functionapp,linux'), { verdict: 'not-applicable' }],
  [
    'a free plan',
    site(
      '',
      'app',
      "resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {\n  name: 'plan'\n  sku: { name: 'F1' }\n}\n",
    ),
    { verdict: 'not-applicable' },
  ],
  [
    'settings beside it',
    site(
      '',
      'app',
      "resource more 'Microsoft.Web/sites/config@2024-04-01' = {\n  parent: web\n  name: 'web'\n  properties: { healthCheckPath: '/ready' }\n}\n",
    ),
    { verdict: 'unknown', reason: 'conflicting-evidence' },
  ],
])('App Service: %s', async ([, given, expected]) => {
  expect(await findingsOn(id, given)).toMatchObject([expected]);
});
