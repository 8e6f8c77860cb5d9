import { evidence } from '../../evidence/evidence.ts';
import type { UnknownReason } from '../../evidence/vocabulary.ts';
import { isWide } from '../../permissions/difference/arn-pattern.ts';
import type { Missing } from '../../permissions/difference/missing.ts';
import type { Permission } from '../../permissions/needed.ts';
import type { Service } from '../../services/service.ts';
import { defineCheck, type Subject } from '../define.ts';
import { samTemplate } from '../examples.ts';
import type { Facts, Rights } from '../facts.ts';
import { type Fix, type FixIntent, fail, pass, type SomeEvidence, unknown } from '../judgement.ts';
import { grantPlace, sharers } from './grant-place.ts';
import { listed } from './statements.ts';

interface Need extends Subject {
  readonly permission: Permission;
  readonly rights: Rights;
  readonly facts: Facts;
}

const code = (...lines: string[]): string =>
  `import os\nimport boto3\n\ndef handler(event, context):\n${lines.map((line) => `    ${line}\n`).join('')}`;

const withTable = (policies: readonly string[], ...lines: string[]): Record<string, string> => ({
  'app.py': code(...lines),
  'template.yaml': samTemplate(
    [
      'Handler: app.handler',
      'Runtime: python3.13',
      'Environment: { Variables: { TABLE: !Ref Orders } }',
      'Policies:',
      ...policies.map((line) => `  ${line}`),
    ],
    ['Orders:', '  Type: AWS::DynamoDB::Table', 'Parameters:', '  Other: { Type: String }'].slice(0, 2),
  ),
});

const put = 'boto3.resource("dynamodb").Table(os.environ["TABLE"]).put_item(Item={"id": "1"})';

export const check = defineCheck({
  id: 'permission-missing',
  scope: 'service',
  step: 'permissions',
  clouds: ['aws'],
  severity: 'risk',
  title: 'Grant what the code needs',
  docs: {
    why: 'AWS refuses a call for which the identity of the service has no permission: the call fails with AccessDenied when it is made, which may be long after the deployment.',
    fix: 'Allow the action on the resource in a policy of its role.',
    whenNone: 'Nothing is needed, or nothing in the repository tells with whose rights it runs.',
    bad: [
      {
        title: 'A policy to read for code that writes',
        files: withTable(['- DynamoDBReadPolicy: { TableName: !Ref Orders }'], put),
      },
      {
        title: 'A policy for the table, but not for its index',
        files: withTable(
          ['- Statement: { Effect: Allow, Action: "dynamodb:Query", Resource: !GetAtt Orders.Arn }'],
          'boto3.resource("dynamodb").Table(os.environ["TABLE"]).query(IndexName="by-day")',
        ),
      },
    ],
    good: [
      {
        title: 'A policy template that allows more than the call',
        files: withTable(['- DynamoDBCrudPolicy: { TableName: !Ref Orders }'], put),
      },
      {
        title: 'Wildcards in the action and in an ARN that is put together',
        files: withTable(
          [
            '- Statement: { Effect: Allow, Action: "dynamodb:Put*", Resource: !Sub "arn:aws:dynamodb:*:*:table/${Orders}" }',
          ],
          put,
        ),
      },
      {
        title: 'An operation that needs no permission',
        files: withTable(['- AmazonSQSReadOnlyAccess'], 'boto3.client("sts").get_caller_identity()'),
      },
      {
        title: 'It cannot be told what a policy of elsewhere allows',
        files: withTable(['- !ImportValue policy'], put),
      },
    ],
    sources: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html',
    ],
  },
  subjects: (service, facts): Need[] => {
    if (facts.granted(service) === null) return [];
    const rights = facts.rights(service);
    if (rights === null) return [];
    const sure = rights.needs.needed.filter(({ certainty }) => certainty === 'resolved');
    return sure.map((permission) => ({ name: permission.action, permission, rights, facts }));
  },
  judge: ({ permission, rights, facts }, service) => {
    const { action, because } = permission;
    const missing = rights.difference.missing.find((one) => one.action === action && one.because === because);
    const [first, ...others] = because;
    const places: SomeEvidence = first === undefined ? [evidence(service.definedIn, action)] : [first, ...others];
    if (missing === undefined) return pass(`${action} is granted.`, ...places);
    const resources = missing.resources.join(', ');
    if (missing.doubt !== null) {
      return unknown(reasonOf(missing, rights), `Nothing that is seen grants ${action}: ${missing.doubt}.`, ...places);
    }
    const { denied } = missing;
    const where = places[0];
    const why = denied === null ? 'nothing grants it' : `${denied.from.file}:${denied.from.line} denies it`;
    return fail(
      `${where.file}:${where.line} needs ${action} on ${resources}, and ${why}.`,
      denied === null ? places : [...places, denied.from],
      {
        ...(action.startsWith('logs:') && { severity: 'improvement' as const }),
        fix: grantingFix(missing, permission, service, facts),
      },
    );
  },
});

/** Allows what is missing, unless a person has to say on what, or whether others may have it too. */
function grantingFix(missing: Missing, { wildcards }: Permission, service: Service, facts: Facts): Fix {
  const { action, resources, denied } = missing;
  const isAny = wildcards.some(({ resource, why }) => resource === '*' && why === 'no-resource');
  const isKnown = resources.every((resource) => (resource === '*' ? isAny : !isOpen(resource)));
  const title = `Allow ${action} on ${resources.join(', ')} in a policy of its role`;
  const place = denied === null && isKnown ? grantPlace(service, action, facts) : undefined;
  if (place === undefined) return { title: `${title}.`, safe: false, intents: [] };
  const others = sharers(service, place, missing, facts);
  if (others.length > 0) {
    const names =
      others.length > 3 ? `${others.slice(0, 2).join(', ')} and ${others.length - 2} others` : listed(others);
    return { title: `${title}; ${names} would be granted it too, without needing it.`, safe: false, intents: [] };
  }
  const statements = [{ actions: [action], resources }];
  const intent: FixIntent =
    'form' in place ? { kind: 'first-grant', room: place, statements } : { kind: 'grant', place, statements };
  return { title: `${title}.`, safe: false, intents: [intent] };
}

/** True for what is no ARN, and for an ARN that leaves open which thing is meant. */
function isOpen(resource: string): boolean {
  const plain = resource.replaceAll(/\$\{[^{}]*\}/g, 'x');
  return !/^(?:arn:|\$\{)/.test(resource) || isWide(plain);
}

function reasonOf({ certainty }: Missing, { declared: { unknown: open } }: Rights): UnknownReason {
  const [first] = open;
  return first === undefined || certainty === 'resolved' ? 'conflicting-evidence' : first.reason;
}
