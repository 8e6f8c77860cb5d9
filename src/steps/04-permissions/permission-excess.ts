import { defineCheck } from '../define.ts';
import { samTemplate } from '../examples.ts';
import type { Rights } from '../facts.ts';
import { fail, pass, unknown } from '../judgement.ts';
import { allowed, type GrantSubject, listed } from './statements.ts';

interface Granted extends GrantSubject {
  readonly rights: Rights;
}

const files = (policies: readonly string[], ...lines: string[]): Record<string, string> => ({
  'app.py': `import boto3\n\ndef handler(event, context):\n${lines.map((line) => `    ${line}\n`).join('')}`,
  'template.yaml': samTemplate([
    'Handler: app.handler',
    'Runtime: python3.13',
    'Policies:',
    ...policies.map((line) => `  ${line}`),
  ]),
});

const read = 'boto3.client("s3").get_object(Bucket="reports", Key="today")';
const statement = (actions: string, resource: string): string =>
  `- Statement: { Effect: Allow, Action: ${actions}, Resource: "${resource}" }`;

export const check = defineCheck({
  id: 'permission-excess',
  scope: 'service',
  step: 'permissions',
  clouds: ['aws'],
  severity: 'improvement',
  title: 'Grant no permission that nothing needs',
  docs: {
    why: 'Whoever takes over the service, by a flaw in its code or in one of its dependencies, can do everything that its role allows.',
    fix: 'Remove the actions that nothing needs from the policy, or the policy as a whole.',
    whenNone: 'No policy of the repository grants it anything.',
    bad: [
      {
        title: 'An action that no call needs',
        files: files([statement('["s3:GetObject", "s3:DeleteObject"]', 'arn:aws:s3:::reports/*')], read),
      },
      {
        title: 'A managed policy for a service that the code does not call',
        files: files(['- AmazonSQSFullAccess'], read),
      },
    ],
    good: [
      {
        title: 'What some calls want besides',
        files: files(
          [
            statement('["s3:GetObject"]', 'arn:aws:s3:::reports/*'),
            statement('["s3:ListBucket"]', 'arn:aws:s3:::reports'),
          ],
          read,
        ),
      },
      {
        title: 'A policy template of which a part is needed',
        files: files(['- S3CrudPolicy: { BucketName: reports }'], read),
      },
      {
        title: 'What the platform writes',
        files: files([statement('["logs:CreateLogStream", "logs:PutLogEvents"]', '*')], read),
      },
      {
        title: 'A library that may call AWS, so that it cannot be told',
        files: files([statement('["sqs:SendMessage"]', '*')], 'import some_queues', 'some_queues.send()'),
      },
    ],
    sources: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege'],
  },
  subjects: (service, facts): Granted[] => {
    const declared = facts.granted(service);
    if (declared === null || allowed(declared).length === 0) return [];
    const rights = facts.rights(service);
    return rights === null ? [] : allowed(rights.declared).map((subject) => ({ ...subject, rights }));
  },
  judge: ({ name, grants, rights }) => {
    const [first] = grants;
    const rows = rights.difference.excess.filter(({ from }) => grants.some((grant) => grant.from === from));
    if (rows.length === 0) return pass(`${name}: something needs it.`, first.from);
    const sure = rows.filter(({ certainty }) => certainty === 'resolved');
    if (sure.length === 0) {
      return unknown(
        'external-code',
        `No call that is seen needs ${listed(actionsOf(rows))}, but ${rows[0]?.doubt ?? ''}.`,
        first.from,
      );
    }
    const actions = actionsOf(sure);
    const users = rights.sharedWith.length > 0 ? 'no service that shares the role needs that' : 'nothing needs that';
    const isPowerful = actions.some((action) => /^(?:\*|iam:|sts:AssumeRole$|organizations:)/i.test(action));
    const isOwn = first.origin.kind === 'statement';
    const granted = isOwn
      ? `${listed(actions)} ${actions.length > 1 ? 'are' : 'is'} granted`
      : `${name} grants ${listed(actions)}`;
    const mend = isOwn ? `Remove ${listed(actions)} from the policy.` : `Remove ${name}.`;
    return fail(`${granted}, and ${users}.`, [first.from], {
      ...(isPowerful && { severity: 'risk' as const }),
      fix: {
        title: mend,
        safe: false,
        intents:
          isOwn && first.resources.every(({ known }) => known) && sure.length === rows.length
            ? [{ kind: 'withdraw', place: first.from, actions }]
            : [],
      },
    });
  },
});

function actionsOf(rows: readonly { readonly action: string }[]): string[] {
  return [...new Set(rows.map(({ action }) => action))];
}
