import type { Declared, Grant } from '../../permissions/declared/grant.ts';
import { defineCheck, type Subject } from '../define.ts';
import { handlerModule, samTemplate } from '../examples.ts';
import { fail, pass, unknown } from '../judgement.ts';

interface Identity extends Subject {
  readonly declared: Declared;
}

const files = (...policies: string[]): Record<string, string> => ({
  'app.py': handlerModule,
  'template.yaml': samTemplate([
    'Handler: app.handler',
    'Runtime: python3.13',
    'Policies:',
    ...policies.map((line) => `  ${line}`),
  ]),
});

export const check = defineCheck({
  id: 'administrator-access',
  scope: 'service',
  step: 'permissions',
  clouds: ['aws'],
  severity: 'risk',
  title: 'Run no service as administrator',
  docs: {
    why: 'A service that may do everything gives the whole account to whoever takes it over, and so does one that may write policies.',
    fix: 'Grant the actions that the code needs on the resources that it uses.',
    whenNone: 'Nothing in the repository tells with whose rights it runs.',
    bad: [
      { title: 'The managed policy for administrators', files: files('- AdministratorAccess') },
      {
        title: 'All actions on all resources',
        files: files('- Statement: { Effect: Allow, Action: "*", Resource: "*" }'),
      },
      { title: 'All actions of IAM', files: files('- Statement: { Effect: Allow, Action: ["iam:*"], Resource: "*" }') },
    ],
    good: [
      { title: 'All actions of one other service', files: files('- AmazonSQSFullAccess') },
      {
        title: 'All actions on one bucket',
        files: files('- Statement: { Effect: Allow, Action: "*", Resource: "arn:aws:s3:::reports/*" }'),
      },
      {
        title: 'All actions denied',
        files: files('- AmazonSQSReadOnlyAccess', '- Statement: { Effect: Deny, Action: "*", Resource: "*" }'),
      },
      { title: 'A policy of elsewhere, so that it cannot be told', files: files('- !ImportValue policy') },
    ],
    sources: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
      'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AdministratorAccess.html',
    ],
  },
  subjects: (service, facts): Identity[] => {
    const declared = facts.granted(service);
    return declared === null ? [] : [{ name: declared.role ?? service.name, declared }];
  },
  judge: ({ name, declared: { grants, boundary, unknown: open } }, service) => {
    const at = service.identity?.evidence ?? { ...service.definedIn, text: name, how: 'absent' as const };
    const everything = grants.find(isAdministrator);
    const [first] = open;
    if (everything !== undefined && (boundary === null || boundary.some(isAdministrator))) {
      const what =
        everything.origin.kind === 'statement' ? `A statement of ${name}` : `${everything.origin.name} of ${name}`;
      return fail(`${what} allows ${scopeOf(everything)} on all resources.`, [everything.from]);
    }
    if (first !== undefined) {
      return unknown(first.reason, `Not all that ${name} is granted is known: ${first.text}.`, {
        ...first.place,
        text: first.text,
        how: 'guessed',
      });
    }
    return pass(`${name} is no administrator.`, at);
  },
});

/** A statement that allows everything, or everything of IAM, by which the rest can be had. */
function isAdministrator({ effect, actions, notActions, resources, notResources, conditions }: Grant): boolean {
  if (effect !== 'Allow' || conditions || notResources.length > 0) return false;
  if (!resources.some(({ text, known }) => text === '*' && known)) return false;
  if (notActions.length > 0) return !notActions.some((action) => /^(?:\*|iam:)/i.test(action));
  return actions.some((action) => /^(?:\*|\*:\*|iam:\*)$/i.test(action));
}

function scopeOf({ actions, notActions }: Grant): string {
  if (notActions.length > 0) return 'nearly every action';
  return actions.some((action) => action.startsWith('*')) ? 'every action' : 'every action of IAM';
}
