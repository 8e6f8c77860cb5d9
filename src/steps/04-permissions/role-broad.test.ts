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
