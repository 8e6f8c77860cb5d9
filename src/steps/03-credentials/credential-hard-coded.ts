import { evidence } from '../../evidence/evidence.ts';
import type { CodeSecret } from '../code.ts';
import { defineCheck, type Subject } from '../define.ts';
import { functionFiles } from '../examples.ts';
import { fail, pass } from '../judgement.ts';

type Found = Subject & ({ readonly secret: CodeSecret } | { readonly secret: null });

const withKey = (key: string): Record<string, string> =>
  functionFiles(`KEY = "${key}"\n\ndef handler(event, context):\n    return call(KEY)\n`);

// Put together, so that no scanner takes this file for one that holds a key.
const key = (prefix: string, rest: string): string => `${prefix}${rest}`;

export const check = defineCheck({
  id: 'credential-hard-coded',
  scope: 'service',
  step: 'credentials',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes', 'other', 'none'],
  severity: 'risk',
  title: 'Take keys and tokens out of the code',
  docs: {
    why: 'Whoever reads the repository, its history, an image or a log of the build has the key, for as long as it is valid. It cannot be changed without a deployment, and cannot be taken back from those who copied it.',
    fix: 'Withdraw the key at whoever issued it: it counts as known. Let the platform give an identity (a role, a managed identity, a service account), or keep a new key in a secret store and read it at run time.',
    whenNone: 'No key of a known format stands in its code: AWS, Azure, Google, GitHub, Slack, PEM.',
    bad: [
      { title: 'An access key of AWS', files: withKey(key('AKI', 'AQ3EGRZ7WLM5TKVXB')) },
      { title: 'An API key of Google', files: withKey(key('AIz', 'aSyB3kq9ZrT7vWn2mXc8LpQ4sUd6Fh1JgKeY')) },
    ],
    good: [
      { title: 'The key of the documentation', files: withKey('AKIAIOSFODNN7EXAMPLE') },
      { title: 'A key that is hidden', files: withKey('AKIAXXXXXXXXXXXXXXXX') },
      {
        title: 'A pattern for keys',
        files: functionFiles(
          'import re\n\nKEY = re.compile("AKIA[0-9A-Z]{16}")\n\ndef handler(event, context):\n    return KEY.search(event["text"])\n',
        ),
      },
    ],
    sources: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/securing_access-keys.html',
      'https://cloud.google.com/docs/authentication/api-keys',
      'https://learn.microsoft.com/azure/storage/common/storage-account-keys-manage',
    ],
  },
  subjects: (service, facts): Found[] => {
    const code = facts.code(service);
    if (code.unread !== null) return [];
    const secrets = code.secrets();
    return secrets.length === 0
      ? [{ name: 'code', secret: null }]
      : secrets.map((secret) => ({ name: `${secret.place.file}: ${secret.kind}`, secret }));
  },
  judge: ({ secret }, service) => {
    if (secret === null)
      return pass('No key of a known format stands in its code.', evidence(service.definedIn, service.name));
    return fail(
      `${secret.kind[0]?.toUpperCase()}${secret.kind.slice(1)} stands in the code.`,
      [evidence(secret.place, secret.masked)],
      {
        fix: {
          title: `Withdraw the ${secret.kind}, and read a new one from a secret store.`,
          safe: false,
          intents: [],
        },
      },
    );
  },
});
