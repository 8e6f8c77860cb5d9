import type { Grant } from '../../permissions/declared/grant.ts';
import { hasAction } from '../../permissions/difference/action-pattern.ts';
import { defineCheck } from '../define.ts';
import { handlerModule, samTemplate } from '../examples.ts';
import { fail, pass } from '../judgement.ts';
import { allowed, type GrantSubject } from './statements.ts';

const files = (...statement: string[]): Record<string, string> => ({
  'app.py': handlerModule,
  'template.yaml': samTemplate([
    'Handler: app.handler',
    'Runtime: python3.13',
    'Policies:',
    '  - Statement:',
    '      - Effect: Allow',
    ...statement.map((line) => `        ${line}`),
  ]),
});

export const check = defineCheck({
  id: 'pass-role-open',
  scope: 'service',
  step: 'permissions',
  clouds: ['aws'],
  severity: 'risk',
  title: 'Say which role may be passed, and to which service',
  docs: {
    why: 'Who may pass any role to a service that runs code gets the rights of the strongest role in the account.',
    fix: 'Name the role as the resource, or let the condition iam:PassedToService name the service that gets it.',
    whenNone: 'No statement of the repository lets it pass roles.',
    bad: [
      { title: 'Any role', files: files('Action: "iam:PassRole"', 'Resource: "*"') },
      {
        title: 'Any role by the form of its ARN',
        files: files('Action: ["iam:PassRole"]', 'Resource: "arn:aws:iam::*:role/*"'),
      },
    ],
    good: [
      {
        title: 'One role',
        files: files('Action: "iam:PassRole"', 'Resource: "arn:aws:iam::123456789012:role/worker"'),
      },
      {
        title: 'Roles with a prefix',
        files: files('Action: "iam:PassRole"', 'Resource: !Sub "arn:aws:iam::${AWS::AccountId}:role/worker-*"'),
      },
      {
        title: 'Any role to one service',
        files: files(
          'Action: "iam:PassRole"',
          'Resource: "*"',
          'Condition: { StringEquals: { "iam:PassedToService": ecs-tasks.amazonaws.com } }',
        ),
      },
    ],
    sources: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html'],
  },
  subjects: (service, facts): GrantSubject[] => {
    const declared = facts.granted(service);
    if (declared === null) return [];
    return allowed(declared).filter(
      ({ grants: [grant] }) => grant.origin.kind === 'statement' && grant.actions.some(isOfRoles),
    );
  },
  judge: ({ name, grants: [grant] }) => {
    const open = grant.resources.find(({ text, known }) => known && isAnyRole(text));
    if (open === undefined) return pass(`${name}: the roles are named.`, grant.from);
    if (grant.conditionKeys.some((key) => /^iam:(?:PassedToService|AssociatedResourceArn)$/i.test(key))) {
      return pass(`${name}: a condition names who gets the role.`, grant.from);
    }
    return fail(`It may pass any role to any service (${open.text}).`, [grant.from]);
  },
});

/** `iam:*` and `*` are the business of other checks. */
function isOfRoles(action: string): boolean {
  return /^iam:P/i.test(action) && hasAction(action, 'iam:PassRole');
}

function isAnyRole(text: Grant['resources'][number]['text']): boolean {
  return text === '*' || /^arn:[^:]*:iam::[^:]*(?::[^:]*)*:(?:role\/)?\*$/.test(text.replaceAll(/\$\{[^}]*\}/g, 'x'));
}
