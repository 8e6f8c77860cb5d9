import { evidence } from '../../evidence/evidence.ts';
import { readText } from '../../infrastructure/model/reading.ts';
import type { Value } from '../../infrastructure/model/value.ts';
import { defineCheck, type Subject } from '../define.ts';
import { fail, pass, unknown } from '../judgement.ts';
import { type RoleAssignment, roleAssignmentsOf } from './role-assignments.ts';

interface Assigned extends Subject {
  readonly assignments: readonly [RoleAssignment, ...RoleAssignment[]];
}

/**
 * Roles that reach everything in their scope, or that give any role away, by name or by Azure's id:
 * https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/privileged,
 * https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/security#key-vault-administrator
 */
const broadRoles: readonly (readonly [role: RegExp, name: string])[] = [
  [/^Owner$|8e3af657-a8ff-443c-a75c-2fe8c4bcb635/i, 'Owner'],
  [/^Contributor$|b24988ac-6180-42a0-ab88-20f7382dd24c/i, 'Contributor'],
  [/^User Access Administrator$|18d7d88d-d35e-4fb5-a5c3-7773c20a72d9/i, 'User Access Administrator'],
  [
    /^Role Based Access Control Administrator$|f58310d9-a9f6-439a-9e8d-f62e7b41a168/i,
    'Role Based Access Control Administrator',
  ],
  [/^Key Vault Administrator$|00482a5a-887f-4fb3-b363-3b7fe8e74483/i, 'Key Vault Administrator'],
  [/^roles\/owner$/, 'roles/owner'],
  [/^roles\/editor$/, 'roles/editor'],
];

const code = {
  'main.py': 'print("ready")\n',
  Dockerfile: 'FROM python:3.13-slim\nCOPY main.py .\nCMD ["python", "main.py"]\n',
};

const onGoogle = (role: string, member = '${google_service_account.web.email}'): Record<string, string> => ({
  ...code,
  'main.tf': `resource "google_service_account" "web" {\n  account_id = "web"\n}\n\nresource "google_cloud_run_v2_service" "web" {\n  name = "web"\n  location = "europe-west3"\n  template {\n    service_account = google_service_account.web.email\n    containers { image = "gcr.io/\${var.project}/web" }\n  }\n}\n\nresource "google_service_account" "deployer" {\n  account_id = "deployer"\n}\n\nvariable "project" {}\n\nvariable "role" {}\n\nresource "google_project_iam_member" "web" {\n  project = "shop"\n  role    = ${role}\n  member  = "serviceAccount:${member}"\n}\n`,
});

const onAzure = (role: string, scope: string | null): Record<string, string> => ({
  ...code,
  'main.bicep': [
    "resource store 'Microsoft.Storage/storageAccounts@2023-05-01' = {",
    "  name: 'store'",
    '}',
    "resource web 'Microsoft.Web/sites@2024-04-01' = {",
    "  name: 'web'",
    "  kind: 'functionapp,linux'",
    "  tags: { 'azd-service-name': 'web' }",
    "  identity: { type: 'SystemAssigned' }",
    "  properties: { siteConfig: { linuxFxVersion: 'PYTHON|3.13' } }",
    '}',
    "resource rights 'Microsoft.Authorization/roleAssignments@2022-04-01' = {",
    "  name: guid('rights')",
    ...(scope === null ? [] : [`  scope: ${scope}`]),
    '  properties: {',
    '    principalId: web.identity.principalId',
    `    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '${role}')`,
    '  }',
    '}',
    '',
  ].join('\n'),
});

const contributor = 'b24988ac-6180-42a0-ab88-20f7382dd24c';
const vaultAdministrator = '00482a5a-887f-4fb3-b363-3b7fe8e74483';

export const check = defineCheck({
  id: 'role-broad',
  scope: 'service',
  step: 'permissions',
  clouds: ['azure', 'gcp'],
  severity: 'risk',
  title: 'Give the identity of a service roles for what it does, on what it uses',
  docs: {
    why: 'With Owner, Contributor, roles/owner or roles/editor on a project, a resource group or a subscription, whoever takes the service over can read, change and delete everything there, whatever the service itself needs. Key Vault Administrator does so with all keys, secrets and certificates, and who administers access gives itself any role.',
    fix: 'Assign roles for the work (Storage Blob Data Reader, roles/pubsub.publisher) and on the resource that it works on, not on the project or group.',
    whenNone: 'No role assignment of its stack is for its identity.',
    bad: [
      { title: 'Editor of the project', files: onGoogle('"roles/editor"') },
      { title: 'Contributor of the resource group', files: onAzure(contributor, null) },
      { title: 'Administrator of all key vaults of the resource group', files: onAzure(vaultAdministrator, null) },
    ],
    good: [
      { title: 'A role for the work on the project', files: onGoogle('"roles/pubsub.publisher"') },
      { title: 'Contributor of one storage account', files: onAzure(contributor, 'store') },
      {
        title: 'A reader of the secrets of the resource group',
        files: onAzure('4633458b-17de-408a-b874-0445c86b69e6', null),
      },
      {
        title: 'A role for data on the resource group',
        files: onAzure('ba92f5b4-2d11-453d-a403-e96b0029c9fe', null),
      },
      {
        title: 'Editor for another account',
        files: {
          ...code,
          'main.tf': `${onGoogle('"roles/run.invoker"')['main.tf'] ?? ''}\nresource "google_project_iam_member" "deployer" {\n  project = "shop"\n  role    = "roles/editor"\n  member  = "serviceAccount:\${google_service_account.deployer.email}"\n}\n`,
        },
      },
      { title: 'A role that the deployment names, so that it cannot be told', files: onGoogle('var.role') },
    ],
    sources: [
      'https://cloud.google.com/iam/docs/roles-overview#basic',
      'https://learn.microsoft.com/azure/role-based-access-control/best-practices',
      'https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/privileged',
      'https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/security#key-vault-administrator',
    ],
  },
  subjects: (service): Assigned[] => {
    const [first, ...others] = roleAssignmentsOf(service);
    return first === undefined
      ? []
      : [{ name: service.identity?.resource ?? service.name, assignments: [first, ...others] }];
  },
  judge: ({ name, assignments }) => {
    const wide = assignments.filter(({ reach }) => reach !== 'narrow');
    const broad = wide.flatMap((one) => {
      const role = broadRole(one.role);
      return role === undefined ? [] : [{ ...one, name: role }];
    });
    const worst = broad.find(({ reach }) => reach === 'wide');
    if (worst !== undefined) {
      const reached = worst.resource.type.startsWith('google_') ? googleScope(worst.resource.type) : azureScope;
      return fail(`${name} has ${worst.name} on ${reached}.`, [
        evidence(worst.role?.place ?? worst.resource.key, worst.name),
        evidence(worst.resource.key, worst.resource.id),
      ]);
    }
    const [open] = broad;
    if (open !== undefined) {
      const text = `${name} has ${open.name}; on what, only the deployment tells.`;
      return unknown('dynamic-value', text, evidence(open.resource.key, open.resource.id));
    }
    const unnamed = wide.find(({ role }) => role !== null && !isKnown(role));
    if (unnamed !== undefined) {
      const text = `Which role ${unnamed.resource.id} gives to ${name}, only the deployment tells.`;
      return unknown('dynamic-value', text, evidence(unnamed.role?.place ?? unnamed.resource.key, 'role'));
    }
    const [first] = assignments;
    return pass(`${name} has roles for its work alone.`, evidence(first.resource.key, first.resource.id));
  },
});

const azureScope = 'a whole resource group or subscription';

function googleScope(type: string): string {
  return `a whole ${/google_(\w+)_iam/.exec(type)?.[1] ?? 'project'}`;
}

/** The name of a role that reaches everything, if a value may be one; a choice is what any of its options is. */
function broadRole(role: Value | null): string | undefined {
  if (role === null) return undefined;
  const options = role.kind === 'choice' ? role.options : [role];
  const texts = options.map((option) => readText(option).text);
  return broadRoles.find(([pattern]) => texts.some((text) => pattern.test(text)))?.[1];
}

/** True where the role itself is known, whatever subscription it is named in. */
function isKnown(role: Value): boolean {
  if (role.kind === 'choice') return role.options.every(isKnown);
  const { known, text } = readText(role);
  return known || /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/i.test(text);
}
