import { evidence } from '../../evidence/evidence.ts';
import { startOf } from '../../evidence/place.ts';
import { defineCheck, type Subject } from '../define.ts';
import { handlerModule } from '../examples.ts';
import type { CredentialFile, KeptCredential } from '../facts.ts';
import { fail, pass } from '../judgement.ts';

interface Kept extends Subject {
  readonly file: CredentialFile;
  /** Null for a file without any. */
  readonly credential: KeptCredential | null;
}

const beside = (file: string, ...lines: string[]): Record<string, string> => ({
  'main.py': handlerModule,
  [file]: `${lines.join('\n')}\n`,
});

// Put together, so that no scanner takes this file for one that holds a key.
const body = ['MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSj', 'AgEAAoIBAQC7VJTUt9Us8cKjMzEfYyjiWA4R4ypb'].join('');
const key = (word: string, text: string): string[] => [`-----BEGIN ${word}-----`, text, `-----END ${word}-----`];

export const check = defineCheck({
  id: 'credential-file-committed',
  scope: 'repository',
  step: 'credentials',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes', 'other', 'none'],
  severity: 'risk',
  title: 'Keep files with credentials out of the repository',
  docs: {
    why: 'Whoever can read the repository, a copy or its history has the credentials, for as long as they are valid; an image that copies the folder has them too.',
    fix: 'Withdraw them where they were issued: they count as known. Take the file out, name it in .gitignore, and keep the new ones in a secret store or in the settings of the pipeline; better still, let the platform give an identity.',
    whenNone:
      'It has no file in which credentials are kept: .env, keys, key files of service accounts, .aws/credentials, publish profiles, variables of Terraform.',
    bad: [
      { title: 'A private key', files: beside('deploy/server.key', ...key('PRIVATE KEY', body)) },
      { title: 'A password in .env', files: beside('.env', 'STAGE=prod', 'DB_PASSWORD=k7Vq29xLwPz41mRtYb') },
      {
        title: 'The key of a service account',
        files: beside('service-account.json', JSON.stringify({ private_key: key('PRIVATE KEY', body).join('\n') })),
      },
    ],
    good: [
      { title: 'A public certificate', files: beside('certs/ca.pem', ...key('CERTIFICATE', body)) },
      {
        title: 'Settings that are no secrets',
        files: beside('.env', 'STAGE=prod', 'DB_PASSWORD_FILE=/run/secrets/db'),
      },
      { title: 'A value that is to be replaced', files: beside('.env', 'API_TOKEN=your-token-goes-here-1') },
      { title: 'A reference to a store', files: beside('prod.tfvars', 'db_password = "projects/1/secrets/db9"') },
      {
        title: 'The key of the emulator',
        files: beside('local.settings.json', '{ "Values": { "AzureWebJobsStorage": "UseDevelopmentStorage=true" } }'),
      },
    ],
    sources: [
      'https://docs.github.com/code-security/secret-scanning/introduction/about-secret-scanning',
      'https://cloud.google.com/iam/docs/best-practices-for-managing-service-account-keys',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/securing_access-keys.html',
      'https://learn.microsoft.com/azure/azure-functions/functions-develop-local#local-settings-file',
    ],
  },
  subjects: (facts): Kept[] =>
    facts
      .credentialFiles()
      .flatMap((file): Kept[] =>
        file.credentials.length === 0
          ? [{ name: file.file, file, credential: null }]
          : file.credentials.map((credential) => ({ name: `${file.file}: ${credential.kind}`, file, credential })),
      ),
  judge: ({ file: { file, kind }, credential }) => {
    if (credential === null) return pass(`No credential stands in ${file}.`, evidence(startOf(file), kind));
    return fail(`A ${credential.kind} stands in ${file}.`, [evidence(credential.place, credential.masked)], {
      fix: {
        title: `Withdraw it, take ${file} out of the repository, and name it in .gitignore.`,
        safe: false,
        intents: [],
      },
    });
  },
});
