import { evidence } from '../../evidence/evidence.ts';
import { readText } from '../../infrastructure/model/reading.ts';
import type { Value } from '../../infrastructure/model/value.ts';
import { defineCheck, type Subject } from '../define.ts';
import { samTemplate } from '../examples.ts';
import { fail, pass, unknown } from '../judgement.ts';

const code = 'import boto3\n\ndef handler(event, context):\n    boto3.client("s3").list_buckets()\n';

const files = (role: string | null, resources: readonly string[] = []): Record<string, string> => ({
  'app.py': code,
  'template.yaml': samTemplate(
    ['Handler: app.handler', 'Runtime: python3.13', ...(role === null ? [] : [`Role: ${role}`])],
    resources,
  ),
});

const role = [
  'Worker:',
  '  Type: AWS::IAM::Role',
  '  Properties:',
  '    RoleName: worker',
  '    AssumeRolePolicyDocument: {}',
];

export const check = defineCheck({
  id: 'identity-undeclared',
  scope: 'service',
  step: 'permissions',
  clouds: ['aws'],
  severity: 'improvement',
  title: 'Declare the role of a service beside it',
  docs: {
    why: 'A role that is made by hand, or whose ARN is copied into the template, is reviewed by nobody: what it grants cannot be compared with what the code needs, and another account has none of that name.',
    fix: 'Declare the role in the same code as the service, or take it as a parameter from the stack that makes it.',
    whenNone: 'Its code imports no SDK of AWS, or no infrastructure code defines it.',
    bad: [
      {
        title: 'The ARN of a role that is made elsewhere',
        files: files('arn:aws:iam::123456789012:role/worker'),
      },
      {
        title: 'Such an ARN with the account of the stack',
        files: files('!Sub "arn:aws:iam::${AWS::AccountId}:role/worker"'),
      },
    ],
    good: [
      { title: 'A role of the template', files: files('!GetAtt Worker.Arn', role) },
      { title: 'No role: SAM makes one', files: files(null) },
      {
        title: 'The name of a role of the template',
        files: files('!Sub "arn:aws:iam::${AWS::AccountId}:role/worker"', role),
      },
      { title: 'A role of another stack, of which it cannot be told', files: files('!ImportValue worker-role') },
    ],
    sources: [
      'https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
    ],
  },
  subjects: (service): Subject[] => {
    const speaks = service.sdkImports.imports.some(({ cloud }) => cloud === 'aws');
    return speaks && service.definition !== null ? [{ name: service.name }] : [];
  },
  judge: ({ name }, service, facts) => {
    const { identity, definedIn } = service;
    const at = identity?.evidence ?? evidence(definedIn, name, 'absent');
    if (identity === null || identity.kind === 'default') {
      return fail(`${name} calls AWS, and nothing says with whose rights it runs.`, [at]);
    }
    const declared = facts.granted(service);
    if (declared?.unknown.every(({ text }) => !/^(?:its role|the role|no role)/.test(text)) === true) {
      return pass(`The role of ${name} is declared.`, at);
    }
    if (identity.role !== null && isWritten(identity.role)) {
      return fail(`The role of ${name} is made elsewhere: ${at.text} is written down.`, [at]);
    }
    return unknown('external-code', `The role of ${name} is made elsewhere.`, at);
  },
});

/** True for an ARN or a name that stands there, apart from the account's and the region's names. */
function isWritten(value: Value): boolean {
  if (value.kind === 'joined')
    return value.parts.every((part) => part.kind === 'literal' || readText(part).text.startsWith('AWS::'));
  return value.kind === 'literal';
}
