import { type CallSubject, callEvidence, callSubject } from '../code-subject.ts';
import { defineCheck } from '../define.ts';
import { functionFiles } from '../examples.ts';
import { fail, pass } from '../judgement.ts';
import { secretNames, secretNeedles, showsSecret } from './secret-flow.ts';

const taking = (...lines: string[]): Record<string, string> =>
  functionFiles(
    [
      'import json',
      'import boto3',
      '',
      'def handler(event, context):',
      '    client = boto3.client("secretsmanager")',
      '    answer = client.get_secret_value(SecretId="db")',
      ...lines.map((line) => `    ${line}`),
      '',
    ].join('\n'),
  );

/** Calls that print or log. */
const logging = /^(print|pprint|(?:\w+\.)*\w*log\w*\.(debug|info|warn|warning|error|exception|critical|log))$/i;

export const check = defineCheck({
  id: 'secret-logged',
  scope: 'service',
  step: 'observability',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes', 'other', 'none'],
  severity: 'risk',
  title: 'Keep secrets out of the logs',
  docs: {
    why: 'What is logged is read by more people than the secret is for, is kept for longer than the secret is valid, and is copied to whatever collects logs. With that, the store has kept nothing. What is logged at the level debug alone is an improvement to make.',
    fix: 'Take the line out, or log the name of the secret; then change the secret, for it counts as known.',
    whenNone: 'Its code takes no secret from a store in a function that prints or logs something.',
    bad: [
      { title: 'The answer of the store', files: taking('print(answer)') },
      {
        title: 'What is taken out of it',
        files: taking('secret = json.loads(answer["SecretString"])', 'print(f"connecting with {secret}")'),
      },
    ],
    good: [
      { title: 'The name of the secret', files: taking('print(answer["Name"])') },
      {
        title: 'One that is no secret of the values in it',
        files: taking('secret = json.loads(answer["SecretString"])', 'print(f"connecting to {secret[\'host\']}")'),
      },
      { title: 'That it was found', files: taking('secret = answer["SecretString"]', 'print(f"found {len(secret)}")') },
    ],
    sources: [
      'https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html',
      'https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html',
    ],
  },
  subjects: (service, facts): CallSubject[] => {
    const code = facts.code(service);
    if (code.unread !== null) return [];
    return code
      .calls({ packages: [], needles: secretNeedles })
      .filter(({ text, around }) => logging.test(text) && secretNames(around).whole.size > 0)
      .map(callSubject);
  },
  judge: ({ call }) => {
    const names = secretNames(call.around);
    const shown = [...call.positional, ...call.keywords.values()].find(({ text }) => showsSecret(text, names));
    if (shown === undefined) return pass('It shows no secret.', callEvidence(call));
    return fail(`${call.text} shows a secret: ${shown.text.slice(0, 60)}.`, [callEvidence(call)], {
      ...(call.text.endsWith('.debug') ? { severity: 'improvement' as const } : {}),
      fix: { title: 'Take the secret out of what is logged, and change it.', safe: false, intents: [] },
    });
  },
});
