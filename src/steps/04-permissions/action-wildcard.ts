import { isWholeService } from '../../permissions/difference/excess.ts';
import { defineCheck } from '../define.ts';
import { samTemplate } from '../examples.ts';
import type { Rights } from '../facts.ts';
import { fail, pass } from '../judgement.ts';
import { allowed, type GrantSubject, listed, narrowingFix, narrowingOf } from './statements.ts';

const files = (action: string, resource = 'arn:aws:s3:::reports/*'): Record<string, string> => ({
  'app.py':
    'import boto3\n\ndef handler(event, context):\n    boto3.client("s3").get_object(Bucket="reports", Key="today")\n',
  'template.yaml': samTemplate([
    'Handler: app.handler',
    'Runtime: python3.13',
    'Policies:',
    `  - Statement: { Effect: Allow, Action: "${action}", Resource: "${resource}" }`,
  ]),
});

export const check = defineCheck({
  id: 'action-wildcard',
  scope: 'service',
  step: 'permissions',
  clouds: ['aws'],
  severity: 'risk',
  title: 'Name the actions that a policy allows',
  docs: {
    why: 'A wildcard over all actions of a service allows to delete and to change permissions as well as to read, and what AWS adds to the service later.',
    fix: 'Name the actions that the code needs.',
    whenNone: 'No statement of the repository grants it anything by a wildcard.',
    bad: [
      { title: 'All actions of S3', files: files('s3:*') },
      { title: 'All actions of all services', files: files('*') },
    ],
    good: [
      { title: 'A family of actions', files: files('s3:GetObject*') },
      { title: 'Log groups, of which the platform needs most actions', files: files('logs:*', '*') },
      {
        title: 'A wildcard that denies',
        files: {
          ...files('s3:GetObject*'),
          'template.yaml': samTemplate([
            'Handler: app.handler',
            'Runtime: python3.13',
            'Policies:',
            '  - Statement:',
            '      - { Effect: Deny, Action: "s3:*", Resource: "arn:aws:s3:::secrets/*" }',
            '      - { Effect: Allow, Action: "s3:Get*", Resource: "arn:aws:s3:::reports/*" }',
          ]),
        },
      },
    ],
    sources: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html',
    ],
  },
  subjects: (service, facts): GrantSubject[] => {
    const declared = facts.granted(service);
    if (declared === null) return [];
    return allowed(declared).filter(
      ({ grants: [grant] }) =>
        grant.origin.kind === 'statement' &&
        (grant.notActions.length > 0 || grant.actions.some((action) => /[*?]/.test(action))),
    );
  },
  judge: ({ name, grants: [grant] }, service, facts) => {
    const wide = grant.notActions.length > 0 ? ['*'] : grant.actions.filter(isTooWide);
    if (wide.length === 0) return pass(`${name}: it names a family of actions.`, grant.from);
    const rights = facts.rights(service);
    const own = rights?.declared.grants.find(({ from }) => isSame(from, grant.from));
    const narrowing = rights === null || own === undefined ? undefined : narrowingOf(rights, own);
    const wanted = narrowing === undefined ? [] : [...new Set(narrowing.to.flatMap(({ actions }) => actions))];
    const spare = new Set(rights === null ? [] : sparedBy(rights));
    const use = usage(
      wanted.filter((action) => !spare.has(action)),
      wanted.filter((action) => spare.has(action)),
    );
    return fail(
      `${listed(wide)} allows every action${wide.includes('*') ? '' : ' of the service'}${use}.`,
      [grant.from],
      {
        fix: narrowingFix(
          narrowing,
          wanted.length === 0 ? 'Name the actions that it needs.' : `Allow ${listed(wanted)} alone.`,
        ),
      },
    );
  },
});

/** What calls do without in most cases: listing, which tells a key that is missing from one that is refused. */
function sparedBy({ needs: { needed, also } }: Rights): string[] {
  const sure = new Set(needed.map(({ action }) => action));
  return also.flatMap(({ action }) => (sure.has(action) ? [] : [action]));
}

function usage(needed: readonly string[], spare: readonly string[]): string {
  const first =
    needed.length === 0 ? '' : `; ${listed(needed)} ${needed.length > 1 ? 'are' : 'is'} what the code needs of it`;
  return spare.length === 0 ? first : `${first}; some of its calls may want ${listed(spare)}`;
}

/** Of logs and traces nearly all actions are for writing them. */
function isTooWide(action: string): boolean {
  return isWholeService(action) && !/^(?:logs|xray):/i.test(action);
}

interface At {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

function isSame(a: At, b: At): boolean {
  return a.file === b.file && a.line === b.line && a.column === b.column;
}
