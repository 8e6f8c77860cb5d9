// Holds what we read of apps of the AWS CDK in Python against the templates that the library itself makes of them.
//
//   node tools/cdk-compare/index.ts --python PYTHON_WITH_AWS_CDK_LIB [--verbose] FOLDER…
//
// A resource counts where the app's own code constructs it, or a method of a construct that we know to make one; what the
// library adds by itself (roles, policies, permissions, log retention, deployments) is counted apart.
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { read } from '../../src/infrastructure/cdk-python/index.ts';
import type { Resource } from '../../src/infrastructure/model/resource.ts';
import type { Value } from '../../src/infrastructure/model/value.ts';
import { openRepository } from '../../src/repository/disk.ts';

interface Made {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly Metadata?: Readonly<Record<string, unknown>>;
}

interface Synthesised {
  readonly templates: Readonly<Record<string, { readonly Resources?: Readonly<Record<string, Made>> }>>;
  readonly written: readonly string[];
}

/** The properties that services, triggers and permissions are read from. */
const matters =
  /^(?:Environment|Role|RoleArn|Handler|Code|Runtime|Timeout|MemorySize|Architectures|Layers|EventSourceArn|FunctionName|BatchSize|Targets|ScheduleExpression|EventPattern|TopicArn|Endpoint|Protocol|RedrivePolicy|VisibilityTimeout|TableName|KeySchema|BillingMode|QueueName|FifoQueue|BucketName|Name|AssumeRolePolicyDocument|ManagedPolicyArns|HttpMethod|PathPart|PackageType|StreamSpecification|TaskDefinition|Cluster|DesiredCount)$/;

/** Types that methods of constructs make on the app's behalf. */
const byMethods =
  /^AWS::(?:ApiGateway::(?:Resource|Method)|ApiGatewayV2::Route|Lambda::(?:EventSourceMapping|Url)|SNS::Subscription|Cognito::UserPoolClient)$/;

const { values: options, positionals: folders } = parseArgs({
  options: { python: { type: 'string', default: 'python3' }, verbose: { type: 'boolean', default: false } },
  allowPositionals: true,
});

const total = { resources: 0, found: 0, properties: 0, equal: 0, implicit: 0 };
for (const folder of folders) {
  const made = synthesised(folder);
  if (made === undefined) continue;
  const count = await compare(folder, made);
  for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += count[key];
  console.log(`${folder}: ${line(count)}`);
}
console.log(`all: ${line(total)}`);

function share(part: number, of: number): string {
  return `${part}/${of} = ${((100 * part) / Math.max(1, of)).toFixed(1)} %`;
}

function line({ resources, found, properties, equal, implicit }: typeof total): string {
  return `resources ${share(found, resources)}, properties ${share(equal, properties)}, ${implicit} of the library's own`;
}

function synthesised(folder: string): Synthesised | undefined {
  const script = new URL('synthesise.py', import.meta.url).pathname;
  try {
    const output = execFileSync(options.python, [script, folder], {
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return JSON.parse(output.toString()) as Synthesised;
  } catch (error) {
    const lines = String((error as { stderr?: Buffer }).stderr ?? error)
      .trim()
      .split('\n');
    console.log(`${folder}: not synthesised: ${lines.findLast((one) => /Error|Exception/.test(one)) ?? lines.at(-1)}`);
    return undefined;
  }
}

async function compare(folder: string, { templates, written }: Synthesised): Promise<typeof total> {
  const count = { resources: 0, found: 0, properties: 0, equal: 0, implicit: 0 };
  const { stacks } = await read({ repository: openRepository(folder), kindOf: () => null });
  const ours = stacks.flatMap((stack) =>
    [...stack.resources.values()].map((resource) => ({ resource, file: stack.file, path: pathOf(resource) })),
  );
  const paths = new Map(ours.map(({ resource, file, path }) => [`${file}#${resource.id}`, path]));
  const taken = new Set<Resource>();
  const constructed = new Set(written.map(tidy));
  for (const template of Object.values(templates)) {
    const logical = new Map<string, string>();
    for (const [id, made] of Object.entries(template.Resources ?? {}))
      logical.set(id, tidy(String(made.Metadata?.['aws:cdk:path'] ?? id)));
    for (const [id, made] of Object.entries(template.Resources ?? {})) {
      const path = logical.get(id) ?? id;
      const isOwn = constructed.has(path) || (byMethods.test(made.Type) && !path.includes('CustomResource'));
      if (made.Type === 'AWS::CDK::Metadata') continue;
      if (!isOwn) {
        count.implicit++;
        continue;
      }
      count.resources++;
      const match =
        ours.find((one) => one.path === path && one.resource.type === made.Type && !taken.has(one.resource)) ??
        ours.find(
          (one) =>
            byMethods.test(made.Type) &&
            one.resource.type === made.Type &&
            !taken.has(one.resource) &&
            !constructed.has(one.path) &&
            sharesKeys(one.resource, made),
        );
      if (match === undefined) {
        if (options.verbose) console.log(`  missing ${made.Type} ${path}`);
        continue;
      }
      taken.add(match.resource);
      count.found++;
      for (const [name, value] of Object.entries(made.Properties ?? {})) {
        if (!matters.test(name) || isOfLibrary(name, value, logical, constructed)) continue;
        const parts = name === 'Environment' ? variablesOf(value) : [[name, value] as const];
        for (const [part, expected] of parts) {
          const found =
            part === name ? match.resource.properties.entries.get(name)?.value : variable(match.resource, part);
          const [want, have] = [
            canonical(expected, logical),
            found === undefined
              ? 'nothing'
              : ourText(found, (key) => paths.get(key.includes('#') ? key : `${match.file}#${key}`) ?? key),
          ];
          const same = isSame(name, want, have);
          count.properties++;
          count.equal += same ? 1 : 0;
          if (!same && options.verbose)
            console.log(`  ${made.Type} ${path} ${part}: want ${want.slice(0, 200)}, have ${have.slice(0, 200)}`);
        }
      }
    }
  }
  return count;
}

function sharesKeys(resource: Resource, made: Made): boolean {
  const key = ['PathPart', 'HttpMethod'].find((name) => made.Properties?.[name] !== undefined);
  if (key === undefined) return true;
  const value = resource.properties.entries.get(key)?.value;
  return value?.kind !== 'literal' || value.text === String(made.Properties?.[key]);
}

function pathOf(resource: Resource): string {
  const value = resource.metadata.entries.get('aws:cdk:path')?.value;
  return tidy(value?.kind === 'literal' ? value.text : resource.id);
}

/** The path of the construct whose main resource a path is. */
function tidy(path: string): string {
  return path.replace(/(?:\/CustomResource)?\/(?:Resource|Default|Service)(?:\/Default)?$/, '');
}

function variablesOf(value: unknown): (readonly [string, unknown])[] {
  const variables = (value as { Variables?: Record<string, unknown> }).Variables ?? {};
  return Object.entries(variables);
}

function variable(resource: Resource, name: string): Value | undefined {
  const environment = resource.properties.entries.get('Environment')?.value;
  const variables = environment?.kind === 'map' ? environment.entries.get('Variables')?.value : undefined;
  return variables?.kind === 'map' ? variables.entries.get(name)?.value : undefined;
}

/** What the library fills in by itself: a role that it makes, a name that it computes. */
function isOfLibrary(
  name: string,
  value: unknown,
  logical: ReadonlyMap<string, string>,
  written: ReadonlySet<string>,
): boolean {
  const role = /^Role(?:Arn)?$/.test(name) ? (value as { 'Fn::GetAtt'?: [string] })['Fn::GetAtt']?.[0] : undefined;
  return role !== undefined && !written.has(logical.get(role) ?? '');
}

/** A value of a template as text: references by the paths of constructs. */
function canonical(value: unknown, logical: ReadonlyMap<string, string>): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonical(one, logical)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const [[key, inner] = ['', ''] as const, ...more] = Object.entries(value);
  if (more.length === 0 && key === 'Ref') return `<${logical.get(String(inner)) ?? String(inner)}>`;
  if (more.length === 0 && key === 'Fn::GetAtt') return `<${logical.get(inner[0]) ?? inner[0]}.${inner[1]}>`;
  if (more.length === 0 && key === 'Fn::Join')
    return inner[1].map((one: unknown) => canonical(one, logical)).join(inner[0]);
  if (more.length === 0 && key === 'Fn::ImportValue') return `<import ${canonical(inner, logical)}>`;
  const entries = Object.entries(value).map(([name, one]) => `${name}:${canonical(one, logical)}`);
  return `{${entries.sort().join(',')}}`;
}

function ourText(value: Value, path: (key: string) => string): string {
  switch (value.kind) {
    case 'literal':
      return value.text;
    case 'reference':
      return `<${path(value.resource)}${value.attribute === null ? '' : `.${value.attribute}`}>`;
    case 'joined':
      return value.parts.map((part) => ourText(part, path)).join('');
    case 'parameter':
      return value.fallback === null ? `<${value.name}>` : ourText(value.fallback, path);
    case 'list':
      return `[${value.items.map((item) => ourText(item, path)).join(',')}]`;
    case 'map':
      return `{${[...value.entries]
        .map(([name, entry]) => `${name}:${ourText(entry.value, path)}`)
        .sort()
        .join(',')}}`;
    case 'choice':
      return value.options.map((option) => ourText(option, path)).join(' or ');
    case 'absent':
      return 'absent';
    case 'unknown':
      return `unknown (${value.reason}: ${value.text})`;
  }
}

/**
 * Code is the same if it is of the same kind, a trust policy if it trusts the same, targets if they are the same resources.
 * Other values are the same in all their words, in whatever order; what another stack exports counts as a reference.
 */
function isSame(name: string, want: string, have: string): boolean {
  if (name === 'Code') return kindOfCode(want) === kindOfCode(have);
  if (name === 'AssumeRolePolicyDocument') return trusted(want) === trusted(have);
  if (name === 'Targets') return targets(want) === targets(have);
  const loose = (text: string): string => (want.includes('<import') ? text.replaceAll(/<[^<>]*>/g, '<>') : text);
  return words(plain(want)) === words(loose(plain(have)));
}

function words(text: string): string {
  return (text.match(/<[^<>]*>|[^<>\s,{}[\]]+/g) ?? []).sort().join(' ');
}

function trusted(text: string): string {
  return [...new Set(text.match(/[\w.-]+\.amazonaws\.com|sts:\w+|\bAWS:/g) ?? [])].sort().join(' ');
}

function targets(text: string): string {
  return (text.match(/(?<=\bArn:)<[^<>]*>/g) ?? []).sort().join(' ');
}

/** Pseudo parameters as the oracle is told them. */
function plain(text: string): string {
  return text
    .replaceAll('<AWS::Region>', 'eu-west-1')
    .replaceAll('<AWS::AccountId>', '111111111111')
    .replaceAll(/<import .*?>/g, '<>');
}

function kindOfCode(text: string): string {
  if (text.includes('ZipFile')) return 'inline';
  if (text === 'nothing' || text.includes('ImageUri')) return 'image';
  return text.startsWith('unknown') ? 'unknown' : 'archive';
}
