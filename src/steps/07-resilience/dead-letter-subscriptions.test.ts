import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';

const grid = (lines: string): Files => ({
  'function_app.py': 'import azure.functions as func\n\napp = func.FunctionApp()\n',
  'host.json': '{"version": "2.0"}',
  'azure.yaml': 'name: web\nservices:\n  web: { project: ., language: py, host: function }\n',
  'main.bicep': `resource web 'Microsoft.Web/sites@2024-04-01' = {
  name: 'web'
  kind: 'functionapp,linux'
  tags: { 'azd-service-name': 'web' }
  properties: { siteConfig: { linuxFxVersion: 'PYTHON|3.13' } }
}
resource uploads 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2024-06-01-preview' = {
  name: 'topic/uploads'
  properties: {
    destination: { endpointType: 'AzureFunction', properties: { resourceId: '\${web.id}/functions/take' } }
${lines}  }
}
`,
});

const kept = "    deadLetterDestination: { endpointType: 'StorageBlob' }\n";

test.for<[title: string, files: Files, expected: object[]]>([
  ['Event Grid without dead letters', grid(''), [{ verdict: 'fail', severity: 'risk', at: { line: 7 } }]],
  ['Event Grid with a container for them', grid(kept), [{ verdict: 'pass' }]],
  [
    'a subscription that nobody is pushed to',
    { ...grid(''), 'main.bicep': String(grid('')['main.bicep']).replace('${web.id}', 'other') },
    [],
  ],
])('%s', async ([, files, expected]) => {
  const found = await findingsOn('dead-letter-missing', files);
  expect(found.filter(({ verdict }) => verdict !== 'not-applicable')).toMatchObject(expected);
});
