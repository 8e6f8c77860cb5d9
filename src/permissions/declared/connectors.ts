// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/reference-sam-connector.html
import { evidence } from '../../evidence/evidence.ts';
import { readText } from '../../infrastructure/model/reading.ts';
import { property, type Resource, valueAt } from '../../infrastructure/model/resource.ts';
import type { Value } from '../../infrastructure/model/value.ts';
import { itemsOf } from './alternatives.ts';
import type { Collected } from './grant.ts';
import { addReady } from './managed-policies.ts';
import { resourceAt, type Surroundings } from './surroundings.ts';

/** What SAM's own types are in CloudFormation. */
const plainTypes: Readonly<Record<string, string>> = {
  'AWS::Serverless::Function': 'AWS::Lambda::Function',
  'AWS::Serverless::SimpleTable': 'AWS::DynamoDB::Table',
  'AWS::Serverless::StateMachine': 'AWS::StepFunctions::StateMachine',
  'AWS::Serverless::Api': 'AWS::ApiGateway::RestApi',
  'AWS::Serverless::HttpApi': 'AWS::ApiGatewayV2::Api',
};

/** Collects what the connectors of a stack grant to the role of a function. */
export function addConnectors(into: Collected, unit: Resource, around: Surroundings): void {
  for (const connector of around.stack.resources.values()) {
    if (connector.type !== 'AWS::Serverless::Connector') continue;
    const permissions = itemsOf(property(connector, 'Permissions') ?? connector.properties).map(({ value }) =>
      value.kind === 'map' ? '' : readText(value).text,
    );
    for (const source of endsOf(property(connector, 'Source'))) {
      for (const destination of endsOf(property(connector, 'Destination'))) {
        addConnector(into, { connector, source, destination, permissions }, unit, around);
      }
    }
  }
}

interface Connection {
  readonly connector: Resource;
  readonly source: string;
  readonly destination: string;
  readonly permissions: readonly string[];
}

function endsOf(value: Value | undefined): string[] {
  if (value === undefined) return [];
  return itemsOf(value).flatMap(({ value: end }) => {
    const id = valueAt(end, 'Id');
    return id?.kind === 'reference' ? [id.resource] : [];
  });
}

function addConnector(into: Collected, connection: Connection, unit: Resource, around: Surroundings): void {
  const { connector, source, destination, permissions } = connection;
  const typeOf = (id: string): string => {
    const type = resourceAt(around, id)?.type ?? '';
    return plainTypes[type] ?? type;
  };
  const grant = around.ready.samConnector(typeOf(source), typeOf(destination));
  if (grant === undefined || (grant.role === 'source' ? source : destination) !== unit.id) return;
  const name = `${typeOf(source)} to ${typeOf(destination)}`;
  const statements = [
    ...(permissions.includes('Read') ? grant.read : []),
    ...(permissions.includes('Write') ? grant.write : []),
  ].map((statement) => ({
    ...statement,
    resources: statement.resources.map((resource) => endedAt(resource, source, destination)),
  }));
  addReady(into, statements, { kind: 'connector', name }, connector.key, evidence(connector.key, connector.id).text);
}

function endedAt(resource: string, source: string, destination: string): string {
  return resource
    .replaceAll(/\$\{Source(?=[.}])/g, () => `\${${source}`)
    .replaceAll(/\$\{Destination(?=[.}])/g, () => `\${${destination}`);
}
