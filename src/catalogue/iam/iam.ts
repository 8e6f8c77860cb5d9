import { lazy } from '../../evidence/lazy.ts';
import type { Catalogue } from '../catalogue.ts';
import { readDataFile } from '../data-file.ts';
import { wholeArn } from './arn-template.ts';
import { type OperationNeeds, type OperationRow, readOperation } from './operation-row.ts';

/** The kinds of access by which AWS sorts actions. */
export type AccessLevel = 'list' | 'read' | 'write' | 'permissions' | 'tagging';

/** A type of resource that an action supports. */
export interface ActionResource {
  readonly type: string;
  /** A policy that names resources must name one of this type. */
  readonly required: boolean;
  /** Its ARN with `${Name}` for what differs, in the words of AWS; several where AWS gives several. */
  readonly formats: readonly string[];
}

/** An action of IAM. */
export interface IamAction {
  /** In AWS's own letter case: `s3:GetObject`. */
  readonly name: string;
  readonly levels: readonly AccessLevel[];
  /** Empty if it takes no resource and must be granted on `*`. */
  readonly resources: readonly ActionResource[];
}

/** What is known of AWS's permissions, read service by service when it is asked for. */
export interface Iam {
  /** What an operation (`s3`, `GetObject`) needs; undefined if the catalogue has no such operation. */
  operation(service: string, api: string): OperationNeeds | undefined;
  /** The prefix of a service's actions: `stepfunctions` has `states`; undefined if there is no such service. */
  prefix(service: string): string | undefined;
  /** An action by its name under any letter case; undefined if AWS has none of the name. */
  action(name: string): IamAction | undefined;
  /** All actions of a prefix; empty if there is none. */
  actions(prefix: string): readonly IamAction[];
  /** The statement of a rule and where it was read. */
  rule(id: string): IamRule | undefined;
}

/** How an action is known. */
export interface IamRule {
  readonly id: string;
  readonly statement: string;
  /** False if it is taken to hold and no page says so. */
  readonly confirmed: boolean;
  readonly sources: readonly string[];
}

interface OperationsFile {
  readonly prefix: string;
  readonly operations: Readonly<Record<string, OperationRow>>;
}

interface ActionsFile {
  readonly types: Readonly<Record<string, string>>;
  /** Name → `LEVELS type,type!`. */
  readonly actions: Readonly<Record<string, string>>;
}

const levels: Readonly<Record<string, AccessLevel>> = {
  L: 'list',
  R: 'read',
  W: 'write',
  P: 'permissions',
  T: 'tagging',
};

/** Opens what the catalogue knows of IAM. Nothing is read before it is asked for. */
export function openIam(catalogue: Catalogue): Iam {
  const prefixes = lazy(() => new Map(catalogue.load('aws/iam/index').facts.map((fact) => [fact.id, fact.prefix])));
  const rules = lazy(() => readRules(catalogue));
  const known = lazy(() => new Set(catalogue.load('aws/iam/prefixes').facts.map((fact) => fact.id)));
  const files = new Map<string, OperationsFile>();
  const needs = new Map<string, OperationNeeds>();
  const byPrefix = new Map<string, Map<string, IamAction>>();
  const actionsOf = (prefix: string): Map<string, IamAction> => {
    let found = byPrefix.get(prefix);
    if (found === undefined) {
      const file = known().has(prefix) ? (readDataFile(`aws/iam/actions/${prefix}`) as ActionsFile) : undefined;
      byPrefix.set(prefix, (found = file === undefined ? new Map() : readActions(prefix, file)));
    }
    return found;
  };
  return {
    operation(service, api) {
      const key = `${service} ${api}`;
      const kept = needs.get(key);
      if (kept !== undefined || !prefixes().has(service)) return kept;
      let file = files.get(service);
      if (file === undefined) {
        file = readDataFile(`aws/iam/operations/${service}`) as OperationsFile;
        files.set(service, file);
      }
      const row = Object.hasOwn(file.operations, api) ? file.operations[api] : undefined;
      if (row === undefined) return undefined;
      const read = readOperation(row, file.prefix);
      needs.set(key, read);
      return read;
    },
    prefix: (service) => prefixes().get(service),
    action(name) {
      const colon = name.indexOf(':');
      return actionsOf(name.slice(0, colon).toLowerCase()).get(name.slice(colon + 1).toLowerCase());
    },
    actions: (prefix) => [...actionsOf(prefix.toLowerCase()).values()],
    rule: (id) => rules().get(id),
  };
}

function readActions(prefix: string, file: ActionsFile): Map<string, IamAction> {
  return new Map(
    Object.entries(file.actions).map(([name, row]) => {
      const [marks = '', ...types] = row.split(' ');
      const listed = types.join(' ').split(',').filter(Boolean);
      const resources = listed.map((type) => readResource(type, file.types));
      const levelsOf = [...marks].flatMap((mark) => levels[mark] ?? []);
      return [name.toLowerCase(), { name: `${prefix}:${name}`, levels: levelsOf, resources }];
    }),
  );
}

function readResource(marked: string, types: Readonly<Record<string, string>>): ActionResource {
  const type = marked.replace(/!$/, '');
  const formats = (types[type] ?? '').split(' ').filter(Boolean);
  return { type, required: marked.endsWith('!'), formats: formats.map(wholeArn) };
}

function readRules(catalogue: Catalogue): Map<string, IamRule> {
  const { facts, sources } = catalogue.load('aws/iam/rules');
  return new Map(
    facts.map(({ id, statement, confirmed, source }) => {
      const urls = [source].flat().flatMap((key) => sources[key]?.url ?? []);
      return [id, { id, statement, confirmed: confirmed !== false, sources: urls }];
    }),
  );
}
