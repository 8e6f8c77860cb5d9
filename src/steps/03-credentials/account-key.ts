import { type CallSubject, callEvidence, callSubject } from '../code-subject.ts';
import { defineCheck } from '../define.ts';
import { fail, pass } from '../judgement.ts';

const app = (code: string): Record<string, string> => ({
  Dockerfile: 'FROM python:3.13-slim\nCOPY . /app\nCMD ["python", "/app/main.py"]\n',
  'main.bicep':
    "resource app 'Microsoft.App/containerApps@2024-03-01' = {\n  name: 'app'\n  properties: { template: { containers: [ { name: 'app', image: 'registry.azurecr.io/app:1' } ] } }\n}\n",
  'azure.yaml': 'name: app\nservices:\n  app:\n    project: .\n    language: py\n    host: containerapp\n',
  'main.py': code,
});

const keyed =
  /\.(AzureKeyCredential|AzureNamedKeyCredential|AzureSasCredential|StorageSharedKeyCredential|SharedKeyCredentialPolicy)$/;
const identities = ['DefaultAzureCredential', 'ManagedIdentityCredential', 'azure.identity'];

export const check = defineCheck({
  id: 'account-key',
  scope: 'service',
  step: 'credentials',
  clouds: ['azure'],
  severity: 'improvement',
  title: 'Sign in to Azure with the identity of the service instead of an account key',
  docs: {
    why: 'The key or connection string of an account opens all of it, to whoever holds it, until somebody renews it, and it has to be kept and handed to the service. The identity that Azure manages has the rights that it is given and no secret at all.',
    fix: 'Give the service a managed identity with a role on the resource, and build the client from its address with DefaultAzureCredential.',
    whenNone: 'Its code builds no client of Azure from a connection string or key.',
    bad: [
      {
        title: 'A connection string',
        files: app(
          'import os\nfrom azure.storage.blob import BlobServiceClient\n\nblobs = BlobServiceClient.from_connection_string(os.environ["STORAGE"])\n',
        ),
      },
      {
        title: 'A key',
        files: app(
          'import os\nfrom azure.core.credentials import AzureKeyCredential\nfrom azure.search.documents import SearchClient\n\nsearch = SearchClient(os.environ["SEARCH"], "index", AzureKeyCredential(os.environ["KEY"]))\n',
        ),
      },
    ],
    good: [
      {
        title: 'The identity, with a key only where one is set',
        files: app(
          'import os\nfrom azure.core.credentials import AzureKeyCredential\nfrom azure.identity import DefaultAzureCredential\n\ncredential = AzureKeyCredential(os.environ["KEY"]) if "KEY" in os.environ else DefaultAzureCredential()\n',
        ),
      },
      {
        title: 'The storage emulator',
        files: app(
          'from azure.storage.blob import BlobServiceClient\n\nblobs = BlobServiceClient.from_connection_string("UseDevelopmentStorage=true")\n',
        ),
      },
      {
        title: 'A script that is started by hand',
        files: app(
          'import os\nfrom azure.storage.blob import BlobServiceClient\n\nblobs = BlobServiceClient.from_connection_string("UseDevelopmentStorage=true")\n\nif __name__ == "__main__":\n    BlobServiceClient.from_connection_string(os.environ["STORAGE"])\n',
        ),
      },
    ],
    sources: [
      'https://learn.microsoft.com/azure/developer/intro/passwordless-overview',
      'https://learn.microsoft.com/azure/storage/common/storage-account-keys-manage',
    ],
  },
  subjects: (service, facts): CallSubject[] => {
    if (service.compute === null) return [];
    const needles = ['from_connection_string', 'KeyCredential', 'AzureSasCredential'];
    const calls = facts.code(service).calls({ packages: ['azure'], needles });
    return calls
      .filter(
        ({ path, isMain }) =>
          !isMain && path.startsWith('azure.') && (path.endsWith('.from_connection_string') || keyed.test(path)),
      )
      .map(callSubject);
  },
  judge: ({ call }, service, facts) => {
    const shown = callEvidence(call);
    const [given] = [call.keywords.get('conn_str') ?? call.positional[0]];
    if (typeof given?.value === 'string' && /UseDevelopmentStorage|127\.0\.0\.1|localhost/.test(given.value))
      return pass('It speaks to an emulator.', shown);
    if (call.conditional && facts.code(service).holding(identities) !== undefined)
      return pass('A key counts on a condition only, beside an identity.', shown);
    const what = call.path.endsWith('from_connection_string') ? 'a connection string' : 'a key';
    return fail(`${call.text} signs in with ${what} instead of the identity of ${service.name}.`, [shown], {
      fix: { title: 'Build the client from its address with DefaultAzureCredential.', safe: false, intents: [] },
    });
  },
});
