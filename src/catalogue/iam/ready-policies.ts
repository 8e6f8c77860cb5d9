import type { Catalogue } from '../catalogue.ts';
import { readDataFile } from '../data-file.ts';
import { type PolicyStatement, readStatement, type StatementRow } from './policy-statement.ts';

/** A policy that AWS manages. */
export interface ManagedPolicy {
  readonly name: string;
  /** `arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole`. */
  readonly arn: string;
  /** The day of its last version when it was read. */
  readonly updated: string;
  readonly statements: readonly PolicyStatement[];
}

/** Policies that AWS and SAM keep ready, read when they are asked for. */
export interface ReadyPolicies {
  /** A managed policy by its name or ARN; undefined if there is none, or one that only AWS can attach. */
  managed(nameOrArn: string): ManagedPolicy | undefined;
  /** The statements of a policy template of SAM with their parameters filled in; undefined if there is none. */
  samTemplate(name: string, parameters: Readonly<Record<string, string>>): readonly PolicyStatement[] | undefined;
  /** The policy templates of SAM with the same parameters as one, that one among them. */
  samTemplatesLike(name: string): readonly { readonly name: string; readonly statements: readonly PolicyStatement[] }[];
  /** What a connector of SAM grants, by the types of its source and destination; undefined if it grants a role nothing. */
  samConnector(source: string, destination: string): ConnectorGrant | undefined;
  /** What a method of the CDK (`grant_read`) on a resource of a type grants; undefined if it is not known. */
  cdkMethod(type: string, method: string): readonly PolicyStatement[] | undefined;
}

/** What a connector grants. */
export interface ConnectorGrant {
  /** Whose role it grants to. */
  readonly role: 'source' | 'destination';
  readonly read: readonly PolicyStatement[];
  readonly write: readonly PolicyStatement[];
}

/** Opens the policies that AWS and SAM keep ready. */
export function openReadyPolicies(catalogue: Catalogue): ReadyPolicies {
  const files = new Map<string, Readonly<Record<string, readonly StatementRow[]>>>();
  let managed: Map<string, { readonly path: string; readonly updated: string }> | undefined;
  return {
    managed(nameOrArn) {
      managed ??= new Map(
        catalogue.load('aws/iam/managed-policies').facts.map(({ id, path = '/', updated }) => [id, { path, updated }]),
      );
      const name = nameOrArn.slice(nameOrArn.lastIndexOf('/') + 1);
      const found = managed.get(name);
      if (found === undefined || !isNamed(nameOrArn, found.path + name)) return undefined;
      const file = letterOf(name);
      let part = files.get(file);
      if (part === undefined) {
        part = readDataFile(`aws/iam/managed-policies/${file}`) as Readonly<Record<string, readonly StatementRow[]>>;
        files.set(file, part);
      }
      const statements = (part[name] ?? []).map(readStatement);
      return {
        name,
        arn: `arn:\${AWS::Partition}:iam::aws:policy${found.path}${name}`,
        updated: found.updated,
        statements,
      };
    },
    samTemplate(name, parameters) {
      const template = catalogue.load('aws/iam/sam-policy-templates').facts.find(({ id }) => id === name);
      return template?.statements.map((row) => filled(readStatement(row), template.parameters, parameters));
    },
    samTemplatesLike(name) {
      const { facts } = catalogue.load('aws/iam/sam-policy-templates');
      const parameters = facts.find(({ id }) => id === name)?.parameters.join(' ');
      return facts
        .filter((one) => one.parameters.join(' ') === parameters)
        .map(({ id, statements }) => ({ name: id, statements: statements.map(readStatement) }));
    },
    samConnector(source, destination) {
      const { facts } = catalogue.load('aws/iam/sam-connectors');
      const found = facts.find(({ id }) => id === `${source} ${destination}`);
      if (found === undefined) return undefined;
      const { role, read = [], write = [] } = found;
      return { role, read: read.map(readStatement), write: write.map(readStatement) };
    },
    cdkMethod(type, method) {
      const { facts } = catalogue.load('aws/cdk-grants');
      return facts.find(({ id }) => id === `${type} ${method}`)?.statements.map(readStatement);
    },
  };
}

/** A name stands alone, with its path (`service-role/Name`), or in an ARN of any partition. */
function isNamed(text: string, path: string): boolean {
  return !text.includes('/') || `/${text}`.replace(/^\/\//, '/') === path || text.endsWith(`:iam::aws:policy${path}`);
}

/** The file of a policy: the letter with which its name goes on behind `AWS` or `Amazon`. */
function letterOf(name: string): string {
  return (
    name
      .replace(/^(AWS|Amazon)(?=.)/, '')
      .replace(/^[-_]+/, '')[0]
      ?.toUpperCase() ?? ''
  );
}

function filled(
  statement: PolicyStatement,
  names: readonly string[],
  parameters: Readonly<Record<string, string>>,
): PolicyStatement {
  const fill = (resource: string): string =>
    names.reduce((text, name) => {
      const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
      return value === undefined ? text : text.replaceAll(`\${${name}}`, () => value);
    }, resource);
  return { ...statement, resources: statement.resources.map(fill) };
}
