import { evidence } from '../../evidence/evidence.ts';
import { presenceAt } from '../../infrastructure/model/presence.ts';
import { readText } from '../../infrastructure/model/reading.ts';
import { property, type Resource, referredTo, type Stack } from '../../infrastructure/model/resource.ts';
import type { Value } from '../../infrastructure/model/value.ts';
import { defineCheck, type Subject } from '../define.ts';
import { handlerModule, samTemplate } from '../examples.ts';
import { fail, type Judgement, pass, unknown } from '../judgement.ts';
import { firstPresence, functionSettings, lambdaFunction, providerSetting } from './function-settings.ts';

const files = (properties: readonly string[], resources: readonly string[] = []): Record<string, string> => ({
  'app.py': handlerModule,
  'template.yaml': samTemplate(['Handler: app.handler', 'Runtime: python3.13', ...properties], resources),
});
const group = (...properties: string[]): string[] => [
  'Logs:',
  '  Type: AWS::Logs::LogGroup',
  '  Properties:',
  ...properties.map((line) => `    ${line}`),
];

/** How a log group says its name and how long it keeps its events. */
const groups: Readonly<Record<string, { readonly name: string; readonly retention: readonly string[] }>> = {
  'AWS::Logs::LogGroup': { name: 'LogGroupName', retention: ['RetentionInDays', 'cdk:retention'] },
  aws_cloudwatch_log_group: { name: 'name', retention: ['retention_in_days'] },
};

export const check = defineCheck({
  id: 'log-retention-unset',
  scope: 'service',
  step: 'observability',
  clouds: ['aws'],
  severity: 'improvement',
  title: 'Say how long the logs of a function are kept',
  docs: {
    why: 'Lambda makes a log group for a function that has none, and keeps its events for ever: the cost grows with each invocation, and what people wrote stays longer than it may.',
    fix: 'Declare a log group `/aws/lambda/FUNCTION` with RetentionInDays beside the function, or name one in LoggingConfig; in Serverless set provider.logRetentionInDays.',
    whenNone: 'Nothing defines it as a function on Lambda.',
    bad: [
      { title: 'No log group', files: files([]) },
      { title: 'A log group that keeps for ever', files: files([], group('LogGroupName: !Sub /aws/lambda/${Resize}')) },
    ],
    good: [
      {
        title: 'A log group by the name of the function',
        files: files([], group('LogGroupName: !Sub /aws/lambda/${Resize}', 'RetentionInDays: 30')),
      },
      {
        title: 'A log group that the function names',
        files: files(['LoggingConfig:', '  LogGroup: !Ref Logs'], group('RetentionInDays: 30')),
      },
      {
        title: 'A name that both state',
        files: files(['FunctionName: resize'], group('LogGroupName: /aws/lambda/resize', 'RetentionInDays: 7')),
      },
      {
        title: 'A log group that is declared elsewhere cannot be told',
        files: files(['LoggingConfig:', '  LogGroup: !ImportValue shared-logs']),
      },
    ],
    sources: [
      'https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-loggroups.html',
      'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html',
    ],
  },
  subjects: (service): Subject[] => {
    const id = lambdaFunction(service);
    return id === undefined ? [] : [{ name: id }];
  },
  judge: ({ name }, { definition, definedIn }) => {
    if (definition === null) return unknown('dynamic-value', `${name} is not defined here.`, evidence(definedIn, name));
    const { resource, stack } = definition;
    const spelling = functionSettings(resource.type);
    const [own] = firstPresence(resource, spelling?.retention ?? [])?.stated ?? [];
    const stated = own ?? providerSetting(resource, 'logRetentionInDays');
    if (stated !== undefined)
      return pass(`${name} says how long its logs are kept.`, evidence(stated.place, 'log retention'));
    const [named] = firstPresence(resource, spelling?.group ?? [])?.stated ?? [];
    if (named !== undefined) {
      const known = stack.resources.get(referredTo(named) ?? '') ?? groupsOf(stack).find((one) => isNamed(one, named));
      return known === undefined
        ? unknown(
            'external-code',
            `The log group that ${name} names is declared elsewhere.`,
            evidence(named.place, 'log group'),
          )
        : kept(name, known);
    }
    const beside = groupsOf(stack).find((one) => isOf(one, resource));
    if (beside !== undefined) return kept(name, beside);
    const open = groupsOf(stack).find((one) => isOpen(one));
    if (open !== undefined)
      return unknown(
        'dynamic-value',
        `${open.id} may be the log group of ${name}: its name is not known.`,
        evidence(open.key, open.id),
      );
    return fail(`The logs of ${name} are kept for ever: nothing says for how long.`, [
      evidence(resource.key, `${name}: log group`, 'absent'),
    ]);
  },
});

function groupsOf(stack: Stack): Resource[] {
  return [...stack.resources.values()].filter(({ type }) => groups[type] !== undefined);
}

function kept(name: string, group: Resource): Judgement {
  const { stated, unknown: open } = firstPresence(group, groups[group.type]?.retention.map((key) => [key]) ?? []) ?? {
    stated: [],
    unknown: null,
  };
  const [retention] = stated;
  if (retention !== undefined)
    return pass(`${group.id} says how long logs are kept.`, evidence(retention.place, group.id));
  if (open !== null)
    return unknown(
      open.reason,
      `How long ${group.id} keeps logs depends on ${open.text}.`,
      evidence(group.key, group.id),
    );
  return fail(`${group.id} keeps the logs of ${name} for ever.`, [
    evidence(group.key, `${group.id}: retention`, 'absent'),
  ]);
}

/** True if a log group is named after a function: by a reference to it, or by its literal name. */
function isOf(group: Resource, resource: Resource): boolean {
  const name = nameOf(group);
  if (name === undefined) return false;
  if (referredTo(name) === resource.id) return true;
  const own = property(resource, functionSettings(resource.type)?.name ?? '');
  const [text, wanted] = [readText(name), own === undefined ? undefined : readText(own)];
  if (wanted?.text === undefined || wanted.text === '') return false;
  return text.text.toLowerCase() === `/aws/lambda/${wanted.text.toLowerCase()}`;
}

/** True if it may be the log group of any function: what its name is made of is not known. */
function isOpen(group: Resource): boolean {
  const name = nameOf(group);
  if (name === undefined) return false;
  const text = readText(name);
  return !text.known && /lambda|^[^/]*$/i.test(text.text) && referredTo(name) === undefined;
}

/** True if a log group and a setting spell the same name. */
function isNamed(group: Resource, named: Value): boolean {
  const name = nameOf(group);
  return name !== undefined && readText(name).text === readText(named).text;
}

function nameOf(group: Resource): Value | undefined {
  return presenceAt(group.properties, groups[group.type]?.name ?? '').stated[0];
}
