import { evidence } from '../../evidence/evidence.ts';
import { readText } from '../../infrastructure/model/reading.ts';
import { property, type Resource } from '../../infrastructure/model/resource.ts';
import type { Value } from '../../infrastructure/model/value.ts';
import { referencesIn } from '../../services/bind/values-at.ts';
import type { Service } from '../../services/service.ts';
import { defineCheck, type Subject } from '../define.ts';
import { samTemplate } from '../examples.ts';
import { fail, pass, unknown } from '../judgement.ts';

interface Url extends Subject {
  readonly auth: Value;
}

/** Where a type says which function its address is of, and who may call it. */
const urls: Readonly<Record<string, { readonly of: string; readonly auth: string }>> = {
  'AWS::Lambda::Url': { of: 'TargetFunctionArn', auth: 'AuthType' },
  aws_lambda_function_url: { of: 'function_name', auth: 'authorization_type' },
};

/** Actions that change, send or cost something; what a function needs to log and to be traced is none of these. */
const changing =
  /^(?!logs:|xray:|cloudwatch:|ec2:)[\w-]+:(\*$|Put|Create|Update|Delete|Send|Publish|Write|BatchWrite|Start|Invoke|Converse)/i;

/** Words of code that asks by itself who calls. */
const asking = ['hmac', 'jwt', 'ignature', 'uthorization', 'api_key', 'api-key', 'apikey', 'verify', 'token'];

const files = (code: string, auth: string, ...policies: string[]): Record<string, string> => ({
  'app.py': code,
  'template.yaml': samTemplate([
    'Handler: app.handler',
    'Runtime: python3.13',
    `FunctionUrlConfig: { AuthType: ${auth} }`,
    ...(policies.length === 0 ? [] : ['Policies:', ...policies.map((line) => `  ${line}`)]),
  ]),
});
const plain = 'def handler(event, context):\n    return event\n';
const writes = '- Statement: { Effect: Allow, Action: "dynamodb:PutItem", Resource: "*" }';

export const check = defineCheck({
  id: 'endpoint-public',
  scope: 'service',
  step: 'permissions',
  clouds: ['aws'],
  severity: 'risk',
  title: 'Let only those who are known call a function that changes something',
  docs: {
    why: 'A function URL with AuthType NONE answers everybody who finds it. What the function may write, send or start, everybody may then have done, as often as they like, at your cost.',
    fix: 'Set AuthType to AWS_IAM and let the callers sign their requests, or put an API with an authorizer, or CloudFront with origin access control, before it. A webhook checks the signature of its sender first.',
    whenNone: 'It has no function URL, or the repository does not tell what it may do.',
    bad: [
      { title: 'A URL for all, and the right to write', files: files(plain, 'NONE', writes) },
      {
        title: 'The same with a template of SAM',
        files: files(plain, 'NONE', '- DynamoDBCrudPolicy: { TableName: orders }'),
      },
    ],
    good: [
      { title: 'Signed requests', files: files(plain, 'AWS_IAM', writes) },
      { title: 'No rights', files: files(plain, 'NONE') },
      {
        title: 'The right to read',
        files: files(plain, 'NONE', '- Statement: { Effect: Allow, Action: "dynamodb:GetItem", Resource: "*" }'),
      },
      {
        title: 'Code that asks for a signature, of which it cannot be told',
        files: files(`import hmac\n\n${plain}`, 'NONE', writes),
      },
    ],
    sources: ['https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html'],
  },
  subjects: (service, facts): Url[] => {
    if (facts.granted(service) === null) return [];
    return urlsOf(service).map((auth) => ({ name: service.name, auth }));
  },
  judge: ({ name, auth }, service, facts) => {
    const { text, known, place } = readText(auth);
    const at = evidence(place, `AuthType: ${text}`);
    if (!known) return unknown('dynamic-value', `Who may call ${name} depends on ${text}.`, at);
    if (text !== 'NONE') return pass(`Only signed requests reach ${name}.`, at);
    const granted = facts.granted(service);
    const grant = granted?.grants.find(
      ({ effect, actions }) => effect === 'Allow' && actions.some((one) => changing.test(one)),
    );
    if (grant === undefined) {
      const [open] = granted?.unknown ?? [];
      if (open === undefined) return pass(`Everybody may call ${name}, and it may change nothing.`, at);
      return unknown(open.reason, `Everybody may call ${name}; what it may do is not all known: ${open.text}.`, at);
    }
    const code = facts.code(service);
    const file = code.unread === null ? code.holding(asking) : service.definedIn.file;
    if (file !== undefined) {
      return unknown('external-code', `Everybody may call ${name}; whether ${file} asks who calls does not show.`, at);
    }
    const action = grant.actions.find((one) => changing.test(one)) ?? '';
    return fail(`Everybody may call ${name} at its URL, and it may do ${action}.`, [at, grant.from]);
  },
});

/** Who may call the URLs of a function, as each says. */
function urlsOf({ definition }: Service): Value[] {
  if (definition === null) return [];
  const { resource, stack } = definition;
  const own = property(resource, 'FunctionUrlConfig', 'AuthType');
  const others = [...stack.resources.values()].flatMap((one) => authOf(one, resource.id) ?? []);
  return own === undefined ? others : [own, ...others];
}

function authOf(url: Resource, id: string): Value | undefined {
  const spelling = urls[url.type];
  if (spelling === undefined) return undefined;
  const target = property(url, spelling.of) ?? property(url, 'cdk:Of');
  const isOf = target !== undefined && referencesIn(target).some(({ resource }) => resource === id);
  return isOf ? property(url, spelling.auth) : undefined;
}
