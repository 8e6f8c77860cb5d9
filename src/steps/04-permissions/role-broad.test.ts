import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';

const web = 'FROM python:3.13-slim\nCOPY main.py .\nCMD ["python", "main.py"]\n';

const azure = (lines: string): Files => ({
  'main.py': 'print()\n',
  Dockerfile: web,
  'main.tf': `data "azurerm_subscription" "here" {}

resource "azurerm_storage_account" "store" {
  name = "store"
}

resource "azurerm_linux_function_app" "web" {
  name = "web"
  identity { type = "SystemAssigned" }
  site_config {
    application_stack { python_version = "3.13" }
  }
}

variable "scope" {}

resource "azurerm_role_assignment" "rights" {
  principal_id = azurerm_linux_function_app.web.identity[0].principal_id
${lines}}
`,
});

test.for<[title: string, files: Files, expected: object]>([
  [
    'Owner of the subscription',
    azure('  role_definition_name = "Owner"\n  scope = data.azurerm_subscription.here.id\n'),
    {
      verdict: 'fail',
      severity: 'risk',
      at: { line: 19 },
      message: 'web has Owner on a whole resource group or subscription.',
    },
  ],
  [
    'Contributor of one account',
    azure('  role_definition_name = "Contributor"\n  scope = azurerm_storage_account.store.id\n'),
    { verdict: 'pass' },
  ],
  [
    'Contributor of what the deployment names',
    azure('  role_definition_name = "Contributor"\n  scope = var.scope\n'),
    { verdict: 'unknown', reason: 'dynamic-value' },
  ],
  [
    'a resource group by its id',
    azure('  role_definition_name = "Contributor"\n  scope = "/subscriptions/1f0e/resourceGroups/shop"\n'),
    { verdict: 'fail' },
  ],
  [
    'a role for its work',
    azure('  role_definition_name = "Storage Blob Data Contributor"\n  scope = data.azurerm_subscription.here.id\n'),
    { verdict: 'pass' },
  ],
])('%s', async ([, files, expected]) => {
  const found = await findingsOn('role-broad', files);
  expect(found.filter(({ verdict }) => verdict !== 'not-applicable')).toMatchObject([expected]);
});

const role = `param principalId string
param roleDefinitionId string
resource role 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(principalId, roleDefinitionId)
  properties: {
    principalId: principalId
    roleDefinitionId: resourceId('Microsoft.Authorization/roleDefinitions', roleDefinitionId)
  }
}
`;

const site = `resource web 'Microsoft.Web/sites@2024-04-01' = {
  name: 'web'
  kind: 'app,linux'
  tags: { 'azd-service-name': 'web' }
  identity: { type: 'SystemAssigned' }
  properties: { siteConfig: { linuxFxVersion: 'PYTHON|3.13' } }
}
output identityPrincipalId string = web.identity.principalId
`;

/** An application whose roles a shared module gives, in a module and in the one around it. */
const nested = (inner: string, outer: string, receiver = 'web.outputs.identity'): Files => ({
  'src/app.py': 'app = 1\n',
  'azure.yaml': 'name: shop\nservices:\n  web: { project: src, language: py, host: appservice }\n',
  'infra/main.bicep': `param user string
module web 'web.bicep' = { name: 'web' }
module outer 'role.bicep' = { name: 'outer', params: { principalId: ${receiver}, roleDefinitionId: '${outer}' } }
`,
  'infra/web.bicep': `module site 'site.bicep' = { name: 'site' }
module inner 'role.bicep' = { name: 'inner', params: { principalId: site.outputs.identityPrincipalId, roleDefinitionId: '${inner}' } }
output identity string = site.outputs.identityPrincipalId
`,
  'infra/site.bicep': site,
  'infra/role.bicep': role,
});

const secretsUser = '4633458b-17de-408a-b874-0445c86b69e6';
const vaultAdministrator = '00482a5a-887f-4fb3-b363-3b7fe8e74483';

test.for<[title: string, files: Files, expected: object]>([
  [
    'the inner module',
    nested(vaultAdministrator, secretsUser),
    { verdict: 'fail', message: expect.stringContaining('Key Vault Administrator') },
  ],
  ['the outer module', nested(secretsUser, vaultAdministrator), { verdict: 'fail' }],
  ['neither', nested(secretsUser, secretsUser), { verdict: 'pass' }],
  ['the outer module, for somebody else', nested(secretsUser, vaultAdministrator, 'user'), { verdict: 'pass' }],
])('a broad role that %s gives', async ([, files, expected]) => {
  const found = await findingsOn('role-broad', files);
  expect(found.filter(({ verdict }) => verdict !== 'not-applicable')).toMatchObject([expected]);
});
