import { type Evidence, evidence } from '../../evidence/evidence.ts';

/**
 * Constructs of the AWS CDK in TypeScript and JavaScript by what they give a service, by their names in the text: what an app
 * in these languages makes is not read, but what it names is a guess worth telling. Keys are ids of requirements.
 */
export const constructs: Readonly<Record<string, RegExp>> = {
  compute:
    /\bnew\s+[\w.]*(Function|DockerImageFunction|FargateService|FargateTaskDefinition|Ec2TaskDefinition|CfnJob|JobDefinition)\(/,
  identity: /\bnew\s+[\w.]*(Role|PolicyStatement)\(|\.grant\w*\(|\.addToRolePolicy\(/,
  storage: /\bnew\s+[\w.]*(Table|TableV2|Bucket|DatabaseCluster|DatabaseInstance|FileSystem|CacheCluster|Domain)\(/,
  network:
    /\bnew\s+[\w.]*(RestApi|HttpApi|GraphqlApi|ApplicationLoadBalancer|Distribution|Vpc|FunctionUrl)\(|\.addFunctionUrl\(/,
  packaged:
    /\bnew\s+[\w.]*(Function|DockerImageFunction|FargateTaskDefinition)\(|DockerImageCode\.|ContainerImage\.|Runtime\.PYTHON/,
  logs: /\bnew\s+[\w.]*LogGroup\(|\blogRetention\b|\bawsLogs\(|\btracing\s*:/,
  entrance: /\bnew\s+[\w.]*(\w*RestApi|HttpApi|GraphqlApi|\w*LoadBalancer\w*|FunctionUrl)\(|\.addFunctionUrl\(/,
  database: /\bnew\s+[\w.]*(Table|TableV2|DatabaseCluster|DatabaseInstance|ServerlessCluster|CacheCluster|Domain)\(/,
  'on-demand': /\bnew\s+[\w.]*(Function|DockerImageFunction|CfnJob|JobDefinition)\(/,
  requests: /\bnew\s+[\w.]*(Function|DockerImageFunction|CfnJob|JobDefinition)\(/,
  timeout: /\btimeout\s*:\s*[\w.]*Duration\b/,
  memory: /\bmemorySize\s*:|\bmemoryLimitMiB\s*:/,
  retries: /deadLetterQueue\b|onFailure\b|\bDeadLetterQueue\b/,
  infrastructure: /\bnew\s+[\w.]*\w+\(\s*this\s*,/,
  alerts: /\bnew\s+[\w.]*(Alarm|MonitoringFacade)\(|\.createAlarm\(/,
  dashboards: /\bnew\s+[\w.]*(Dashboard|MonitoringFacade)\(/,
};

/** A text of an app. */
export interface AppText {
  readonly file: string;
  readonly text: string;
}

/** The first place at which an app names a construct for a requirement; undefined where it names none. */
export function namedConstruct(requirement: string, texts: readonly AppText[]): Evidence | undefined {
  const pattern = constructs[requirement];
  if (pattern === undefined) return undefined;
  for (const { file, text } of texts) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const line = text.slice(0, found.index).split('\n').length;
    const column = found.index - text.lastIndexOf('\n', found.index - 1);
    return evidence({ file, line, column, endLine: line, endColumn: column + found[0].length }, found[0], 'guessed');
  }
  return undefined;
}
