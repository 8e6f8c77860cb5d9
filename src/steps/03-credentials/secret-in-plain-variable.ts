import { type Evidence, evidence } from '../../evidence/evidence.ts';
import type { Value } from '../../infrastructure/model/value.ts';
import type { Variable } from '../../services/service.ts';
import { defineCheck, type Subject } from '../define.ts';
import { functionFiles } from '../examples.ts';
import type { UsagePlanKey } from '../facts.ts';
import { fail, type Judgement, pass, unknown } from '../judgement.ts';

interface SecretVariable extends Subject {
  readonly variable: Variable;
}

/** Names of variables that hold a secret itself, not the name or address of one. */
const secret =
  /(?:^|_)(?:PASSWORD|PASSWD|PWD|API_?KEY|ACCESS_KEY|SECRET_KEY|PRIVATE_KEY|ACCOUNT_KEY|ENCRYPTION_KEY|SIGNING_KEY|CLIENT_SECRET|JWT_SECRET|APP_SECRET|SESSION_SECRET|WEBHOOK_SECRET|AUTH_TOKEN|ACCESS_TOKEN|API_TOKEN|BOT_TOKEN|GITHUB_TOKEN|SLACK_TOKEN|CONNECTION_STRING)$/i;
/** Values that are to be replaced, or say where the secret is. */
const placeholder =
  /^$|^(changeme|change_me|change-me|replace\w*|todo|none|null|true|false|xxx+|\*+|\.+|-|tbd|test|dummy|fake|secret|password|example\w*)$|<[^>]*>|\$\{|\{\{|your[-_ ]|my[-_ ]|replace|change[-_ ]?(this|me)|placeholder|insert|example|^arn:|^https?:\/\/|^(\/[\w.-]+)+$|^projects\/|^@Microsoft\.KeyVault|^sm:|^ssm:|^\{resolve:/i;

const withVariable = (name: string, value: string): Record<string, string> =>
  functionFiles(
    'def handler(event, context):\n    return event\n',
    'Environment:',
    '  Variables:',
    `    ${name}: ${value}`,
  );

/** A function that knows the key of a usage plan, and the API of that key. */
export function withUsagePlan(source: string): Record<string, string> {
  const files = withVariable('TIER_API_KEY', '!Ref Key');
  return {
    ...files,
    'template.yaml': `Parameters:
  Key: { Type: String, Default: 88b43c36-802e-11eb }
${files['template.yaml']}  Api:
    Type: AWS::ApiGateway::RestApi
    Properties: { Name: shop, ApiKeySourceType: ${source} }
  Tier: { Type: AWS::ApiGateway::ApiKey, Properties: { Enabled: true, Value: !Ref Key } }
`,
  };
}

export const check = defineCheck({
  id: 'secret-in-plain-variable',
  scope: 'service',
  step: 'credentials',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes', 'other'],
  severity: 'risk',
  title: 'Keep secrets out of plain environment variables',
  docs: {
    why: 'A secret that stands as a value in a template is known to everybody who can read the repository, and to everybody who may look at the settings of the service; it is the same in every stage, and changing it takes a deployment.',
    fix: 'Keep it in a secret store (Secrets Manager, Key Vault, Secret Manager, a Secret of Kubernetes) and name it there: by a dynamic reference or `secretRef`, or read it at run time.',
    whenNone: 'Its definition sets no environment variable that is named like a secret.',
    bad: [
      { title: 'A password', files: withVariable('DB_PASSWORD', 'k7Vq-29xLw') },
      { title: 'A key', files: withVariable('STRIPE_API_KEY', 'rk_7Hq2LmZ0pWq') },
    ],
    good: [
      {
        title: 'A reference to the store',
        files: withVariable('DB_PASSWORD', "'{{resolve:secretsmanager:db:SecretString:password}}'"),
      },
      { title: 'What a deployment sets', files: withVariable('DB_PASSWORD', '!Ref Password') },
      { title: 'The name of a secret', files: { ...withVariable('API_TOKEN', '/prod/api/token') } },
      { title: 'The key of a usage plan, which an authorizer gives to the API', files: withUsagePlan('AUTHORIZER') },
      { title: 'A value that is to be replaced', files: withVariable('API_KEY', 'changeme') },
    ],
    sources: [
      'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html',
      'https://learn.microsoft.com/azure/container-apps/manage-secrets',
      'https://cloud.google.com/run/docs/configuring/services/secrets',
      'https://kubernetes.io/docs/concepts/configuration/secret/',
    ],
  },
  subjects: ({ environment }): SecretVariable[] =>
    environment.filter(({ name }) => secret.test(name)).map((variable) => ({ name: variable.name, variable })),
  judge: ({ variable: { name, value, place } }, _, { usagePlanKey }) => {
    const shown = evidence(place, name);
    const written = defaultOf(value);
    if (written?.kind !== 'literal') return pass(`${name} is not written out.`, shown);
    if (typeof written.value !== 'string' || placeholder.test(written.text))
      return pass(`${name} holds no secret as it is written.`, shown);
    const key = usagePlanKey(written.text);
    if (key !== null) return ofUsagePlan(name, key, shown);
    const isDefault = value.kind === 'parameter';
    const what = isDefault ? `The default of ${value.name}, which sets ${name},` : name;
    const there = evidence(written.place, isDefault ? `default of ${value.name}` : name);
    return fail(
      `${what} is written out: ${written.text.slice(0, 1)}… (${written.text.length} characters).`,
      isDefault ? [there, shown] : [there],
      { fix: { title: `Keep ${name} in a secret store, and name it there.`, safe: false, intents: [] } },
    );
  },
});

/** The key of a usage plan says whose quota a request counts against; what it opens is up to the API's methods. */
function ofUsagePlan(name: string, key: UsagePlanKey, shown: Evidence): Judgement {
  const made = evidence(key.place, key.name);
  return key.fromAuthorizer
    ? pass(`${name} names a usage plan: an authorizer gives it to the API, and nobody sends it.`, shown, made)
    : unknown(
        'dynamic-value',
        `${name} is the key of a usage plan: whether it opens anything, methods say.`,
        shown,
        made,
      );
}

/** What a parameter is where a deployment says nothing, through the stacks that hand it on; other values as they are. */
function defaultOf(value: Value): Value | null {
  let current: Value | null = value;
  for (let depth = 0; current?.kind === 'parameter' && depth < 10; depth++) current = current.fallback;
  return current;
}
