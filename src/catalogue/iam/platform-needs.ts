import type { Catalogue } from '../catalogue.ts';
import type { FactBase } from '../dataset.ts';
import { openIam } from './iam.ts';
import { type ActionNeed, readOperation } from './operation-row.ts';

/**
 * The role that the platform acts under: of a function or of an ECS agent (`execution-role`), of the code in a container
 * (`task-role`), of a state machine, or of a rule, schedule or pipe for its target.
 */
export const platformRoles = ['execution-role', 'task-role', 'state-machine-role', 'target-role'] as const;
export type PlatformRole = (typeof platformRoles)[number];

/**
 * What AWS does in the name of a role: `id` is `PLATFORM.FEATURE`, as in `lambda.source.sqs` or `states.task.sqs:sendMessage`,
 * where the last part is what a task's resource has behind `states:::`.
 */
export interface PlatformNeedFact extends FactBase {
  readonly role: PlatformRole;
  /** The names that stand for parameters in its rows: ARNs of what is configured, or a task's own parameters. */
  readonly values: readonly string[];
  /** As of operations, with the prefix of every action. */
  readonly rows: readonly string[];
}

/** What the platform needs for one of its features. */
export interface PlatformNeeds {
  readonly role: PlatformRole;
  readonly values: readonly string[];
  readonly needs: readonly ActionNeed[];
}

/**
 * Opens what AWS does in the name of a role: a function from a feature's id to what it needs, undefined if it is not known.
 * Tasks that call the API of a service (`states.task.aws-sdk:s3:getObject`) need what the operation does.
 */
export function openPlatformNeeds(catalogue: Catalogue): (id: string) => PlatformNeeds | undefined {
  let known: Map<string, PlatformNeedFact> | undefined;
  let ofApi: ((id: string) => PlatformNeeds | undefined) | undefined;
  return (id) => {
    if (id.startsWith(apiTask)) {
      ofApi ??= apiTasks(catalogue);
      return ofApi(id);
    }
    known ??= new Map(catalogue.load('aws/iam/platform').facts.map((fact) => [fact.id, fact]));
    const fact = known.get(id);
    if (fact === undefined) return undefined;
    const { needs } = readOperation(fact.rows, '');
    return { role: fact.role, values: fact.values, needs: needs.map((need) => ({ ...need, rule: id })) };
  };
}

const apiTask = 'states.task.aws-sdk:';

/** Step Functions calls services by their ids without blanks, in small letters: `cloudwatchlogs`. */
function apiTasks(catalogue: Catalogue): (id: string) => PlatformNeeds | undefined {
  const iam = openIam(catalogue);
  const { facts } = catalogue.load('aws/boto3/index');
  const services = new Map(facts.map(({ id, serviceId }) => [serviceId.replaceAll(' ', '').toLowerCase(), id]));
  return (id) => {
    const [service = '', action = ''] = id.slice(apiTask.length).split(':');
    const api = `${action.charAt(0).toUpperCase()}${action.slice(1)}`;
    const needs = iam.operation(services.get(service) ?? '', api)?.needs;
    return needs && { role: 'state-machine-role', values: [], needs };
  };
}
