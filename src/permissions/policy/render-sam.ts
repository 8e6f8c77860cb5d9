// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html
import { cloudFormationTerm, yamlTerm } from './cloudformation-terms.ts';
import { sizeOf } from './documents.ts';
import { ownName } from './own-name.ts';
import { partsOfResource } from './placeholders.ts';
import type { ServicePolicy } from './service-policy.ts';
import type { PolicyStatement } from './statements.ts';

/** A logical id with an attribute, a parameter, a pseudo-parameter, or a variable that Serverless always knows. */
const placeholderOfTemplate = /^(?:AWS::[A-Za-z]+|(?:sls|aws):[A-Za-z]+|[A-Za-z0-9]+(?:\.[A-Za-z0-9]+)*)$/;

/** True if a template of CloudFormation can say what the policies refer to. */
export function isOfTemplate(service: ServicePolicy): boolean {
  const { id } = service;
  const placeholders = placeholdersIn(withoutItself(service));
  const own = placeholders.filter((placeholder) => !placeholder.startsWith('AWS::'));
  const isCode = id.slice(0, id.lastIndexOf('#')).endsWith('.py');
  return placeholders.every((one) => placeholderOfTemplate.test(one)) && !(isCode && own.length > 0);
}

/** What stands in placeholders of policies. */
export function placeholdersIn(policies: ServicePolicy['policies']): string[] {
  const resources = policies.flatMap((policy) => policy.flatMap((statement) => statement.resources));
  const found = resources.flatMap((resource) =>
    partsOfResource(resource).flatMap((part) => ('placeholder' in part ? [part.placeholder] : [])),
  );
  return [...new Set(found)].sort();
}

/**
 * Policies as YAML to put into templates, a document for each service: `Policies` of a SAM function, the statements under
 * `provider` of a serverless.yml; managed policies and references to them where `mostInline` characters, which a role's
 * inline policies may have together, are not enough.
 */
export function renderSam(services: readonly ServicePolicy[], mostInline: number): string {
  return services.map((service) => [`# ${service.id}`, ...linesOf(service, mostInline), ''].join('\n')).join('---\n');
}

function linesOf(service: ServicePolicy, mostInline: number): string[] {
  const { id } = service;
  const policies = withoutItself(service);
  const statements = policies.flat();
  if (statements.length === 0) return ['Policies: []'];
  if (/(^|\/)serverless[^/#]*#/.test(id)) {
    return ['provider:', '  iam:', '    role:', '      statements:', ...statementLines(statements, '        ')];
  }
  if (sizeOf(statements) > mostInline) return managedLines(service.name, policies);
  return ['Policies:', "  - Version: '2012-10-17'", '    Statement:', ...statementLines(statements, '      ')];
}

/**
 * Policies in which the function itself goes by its name, or the one that CloudFormation makes for it: its role is there
 * before it is, so that a reference would be a circle.
 */
function withoutItself({ id, deployedAs, policies }: ServicePolicy): ServicePolicy['policies'] {
  const own = id.slice(id.lastIndexOf('#') + 1);
  const renamed = (resource: string): string => ownName(resource, own, deployedAs ?? `\${AWS::StackName}-${own}-*`);
  return policies.map((policy) =>
    policy.map((statement) => ({ ...statement, resources: statement.resources.map(renamed) })),
  );
}

function managedLines(name: string, policies: ServicePolicy['policies']): string[] {
  const label = name.replaceAll(/[^A-Za-z0-9]/g, '') || 'Function';
  const ids = policies.map((_, index) => `${label}Policy${index + 1}`);
  return [
    'Policies:',
    ...ids.map((id) => `  - !Ref ${id}`),
    'Resources:',
    ...policies.flatMap((statements, index) => [
      `  ${ids[index] ?? ''}:`,
      '    Type: AWS::IAM::ManagedPolicy',
      '    Properties:',
      '      PolicyDocument:',
      "        Version: '2012-10-17'",
      '        Statement:',
      ...statementLines(statements, '          '),
    ]),
  ];
}

function statementLines(statements: readonly PolicyStatement[], indent: string): string[] {
  const lines = statements.flatMap(({ sid, actions, resources }) => [
    `- Sid: ${sid}`,
    '  Effect: Allow',
    '  Action:',
    ...actions.map((action) => `    - ${action}`),
    '  Resource:',
    ...resources.map((resource) => `    - ${yamlTerm(cloudFormationTerm(resource))}`),
  ]);
  return lines.map((line) => indent + line);
}
