import { expect, test } from 'vitest';
import { findingsOn } from '../../../tests/judge-files.ts';

const app = {
  'main.py': 'from flask import Flask\napp = Flask("a")\n',
  'requirements.txt': 'flask==3.1.0\n',
  'azure.yaml': 'name: a\nservices:\n  web: { project: ., language: py, host: appservice }\n',
};

const rule = (first: string, last: string, condition = ''): string =>
  `resource rule 'Microsoft.Sql/servers/firewallRules@2023-08-01' = ${condition}{\n  name: 'sql/rule'\n  properties: { startIpAddress: ${first}, endIpAddress: ${last} }\n}\n`;

const site =
  "resource site 'Microsoft.Web/sites@2024-04-01' = {\n  name: 'web'\n  location: 'westeurope'\n  tags: { 'azd-service-name': 'web' }\n  properties: { siteConfig: { linuxFxVersion: 'PYTHON|3.12' } }\n}\n";

test.for<[title: string, bicep: Record<string, string>, expected: object]>([
  [
    'every address',
    { 'main.bicep': `${site}${rule("'0.0.0.0'", "'255.255.255.255'")}` },
    { verdict: 'fail', severity: 'risk', at: { file: 'main.bicep' } },
  ],
  [
    'all of Azure',
    { 'main.bicep': `${site}${rule("'0.0.0.0'", "'0.0.0.0'")}` },
    { verdict: 'fail', severity: 'improvement' },
  ],
  [
    'a condition that the program itself fulfils',
    {
      'main.bicep': `${site}module db 'db.bicep' = {\n  name: 'db'\n  params: { open: true }\n}\n`,
      'db.bicep': `param open bool = false\n${rule("'0.0.0.0'", "'255.255.255.255'", 'if (open) ')}`,
    },
    { verdict: 'fail', severity: 'risk', at: { file: 'db.bicep' } },
  ],
  [
    'addresses of the deployment',
    { 'main.bicep': `param ip string\n${site}${rule('ip', 'ip')}` },
    { verdict: 'unknown', reason: 'dynamic-value' },
  ],
])('%s', async ([, bicep, expected]) => {
  expect(await findingsOn('database-open', { ...app, ...bicep })).toMatchObject([expected]);
});
