import { defineCheck } from '../define.ts';
import { samTemplate } from '../examples.ts';
import type { Rights } from '../facts.ts';
import { fail, pass } from '../judgement.ts';
import { allowed, type GrantSubject, listed, narrowingFix, narrowingOf } from './statements.ts';

interface Granted extends GrantSubject {
  readonly rights: Rights;
}

const files = (action: string, resource: string, call: string): Record<string, string> => ({
  'app.py': `import os\nimport boto3\n\ndef handler(event, context):\n    ${call}\n`,
  'template.yaml': samTemplate(
    [
      'Handler: app.handler',
      'Runtime: python3.13',
      'Environment: { Variables: { TABLE: !Ref Orders } }',
      'Policies:',
      `  - Statement: { Effect: Allow, Action: "${action}", Resource: ${resource} }`,
    ],
    ['Orders: { Type: AWS::DynamoDB::Table }'],
  ),
});

const put = 'boto3.resource("dynamodb").Table(os.environ["TABLE"]).put_item(Item={"id": "1"})';

export const check = defineCheck({
  id: 'resource-wildcard',
  scope: 'service',
  step: 'permissions',
  clouds: ['aws'],
  severity: 'improvement',
  title: 'Name the resources that a policy allows to use',
  docs: {
    why: 'A statement on all resources lets the service use those of every other service in the account.',
    fix: "Name the resources that the code uses, in the template's own terms.",
    whenNone: 'No policy of the repository grants it anything that its code uses.',
    bad: [
      { title: 'All tables for code that writes to one', files: files('dynamodb:PutItem', '"*"', put) },
      {
        title: 'All tables of the account',
        files: files('dynamodb:PutItem', '!Sub "arn:aws:dynamodb:${AWS::Region}:${AWS::AccountId}:table/*"', put),
      },
    ],
    good: [
      { title: 'The table', files: files('dynamodb:PutItem', '!GetAtt Orders.Arn', put) },
      {
        title: 'An action that takes no resource',
        files: files('ec2:DescribeInstances', '"*"', 'boto3.client("ec2").describe_instances()'),
      },
      {
        title: 'A table that the event names',
        files: files('dynamodb:PutItem', '"*"', 'boto3.resource("dynamodb").Table(event["table"]).put_item(Item={})'),
      },
    ],
    sources: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html',
    ],
  },
  subjects: (service, facts): Granted[] => {
    const declared = facts.granted(service);
    if (declared === null || !allowed(declared).some(isStatement)) return [];
    const rights = facts.rights(service);
    if (rights === null) return [];
    const used = new Set(rights.difference.uses.filter(({ wanted }) => wanted.length > 0).map(({ grant }) => grant));
    return allowed(rights.declared)
      .filter((subject) => isStatement(subject) && used.has(subject.grants[0]))
      .map((subject) => ({ ...subject, rights }));
  },
  judge: ({ name, grants: [grant], rights }) => {
    const narrowing = narrowingOf(rights, grant);
    if (narrowing === undefined || narrowing.open.length === 0) {
      return pass(`${name}: no narrower resources are known.`, grant.from);
    }
    const { open, to } = narrowing;
    const needed = to.filter(({ actions }) => actions.some((action) => open.includes(action)));
    const resources = [...new Set(needed.flatMap((one) => one.resources))];
    return fail(
      `${listed(open)} ${open.length > 1 ? 'are' : 'is'} allowed on ${grant.resources.map(({ text }) => text).join(', ')}; the code needs ${listed(resources)}.`,
      [grant.from],
      { fix: narrowingFix(narrowing, `Name ${listed(resources)} as the resource.`) },
    );
  },
});

function isStatement({ grants: [grant] }: GrantSubject): boolean {
  return grant.origin.kind === 'statement';
}
