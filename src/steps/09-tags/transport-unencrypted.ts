import { defineCheck } from '../define.ts';
import { judgeSetting, type SetResource, settingsOf } from './data-setting.ts';

const site = (...properties: string[]): Record<string, string> => ({
  'main.bicep': [
    "resource app 'Microsoft.Web/sites@2024-04-01' = {",
    "  name: 'orders'",
    "  location: 'westeurope'",
    "  kind: 'functionapp,linux'",
    "  tags: { 'azd-service-name': 'api' }",
    '  properties: {',
    "    siteConfig: { linuxFxVersion: 'PYTHON|3.12' }",
    ...properties.map((line) => `    ${line}`),
    '  }',
    '}',
    '',
  ].join('\n'),
  'azure.yaml': 'name: orders\nservices:\n  api: { project: ., language: py, host: function }\n',
  'host.json': '{ "version": "2.0" }\n',
  'requirements.txt': 'azure-functions\n',
  'function_app.py': 'import azure.functions as func\n\napp = func.FunctionApp()\n',
});

export const check = defineCheck({
  id: 'transport-unencrypted',
  scope: 'service',
  step: 'tags',
  clouds: ['azure'],
  severity: 'risk',
  title: 'Let nobody reach a service without TLS',
  docs: {
    why: 'App Service and Azure Functions answer over plain HTTP as well unless they are told not to: keys and data of whoever calls them so can be read on the way.',
    fix: 'Set httpsOnly to true; leave supportsHttpsTrafficOnly of storage accounts as it is.',
    whenNone: 'It neither is nor works on a resource that can be reached without TLS.',
    bad: [
      { title: 'An app that does not say', files: site() },
      { title: 'An app that turns it off', files: site('httpsOnly: false') },
    ],
    good: [
      { title: 'HTTPS only', files: site('httpsOnly: true') },
      { title: 'HTTPS only, beside other settings', files: site('reserved: true', 'httpsOnly: true') },
      {
        title: 'A parameter, so that it cannot be told',
        files: {
          ...site('httpsOnly: secure'),
          'main.bicep': `param secure bool\n${site('httpsOnly: secure')['main.bicep'] ?? ''}`,
        },
      },
    ],
    sources: [
      'https://learn.microsoft.com/azure/app-service/configure-ssl-bindings#enforce-https',
      'https://learn.microsoft.com/rest/api/storagerp/storage-accounts/create',
    ],
  },
  subjects: (service, facts): SetResource[] => settingsOf(service, facts, 'in-transit'),
  judge: (subject) => judgeSetting(subject, 'can be reached without TLS'),
});
