// https://docs.aws.amazon.com/step-functions/latest/dg/connect-supported-services.html
import { evidence } from '../../evidence/evidence.ts';
import { readText } from '../../infrastructure/model/reading.ts';
import type { Resource, Stack } from '../../infrastructure/model/resource.ts';
import { referencesIn, valuesAt } from '../../services/bind/values-at.ts';
import type { BoundValue } from '../bound-value.ts';
import { settingValues } from '../setting-value.ts';
import { definitionOf, isValue, namesOf, type Part, partAt, partsOf } from './definition.ts';
import type { UsedFeature } from './platform-use.ts';

const machines = /^AWS::(?:Serverless|StepFunctions)::StateMachine$|^aws_sfn_state_machine$/;

/** A state machine that runs a unit, and what it does in the name of its role. */
export interface MachineFeatures {
  readonly machine: string;
  readonly features: readonly UsedFeature[];
}

/** The state machines of a stack that have a unit as one of their tasks, as far as their definitions stand in the template. */
export function stateMachines(unit: Resource, stack: Stack): MachineFeatures[] {
  return [...stack.resources.values()].flatMap((machine) => {
    if (!machines.test(machine.type)) return [];
    const tasks = tasksIn(definitionOf(machine));
    if (!tasks.some((task) => names(task, unit.id))) return [];
    const features = [...tasks.flatMap((task) => ofTask(task, machine, stack)), ...ofMachine(machine)];
    return [{ machine: machine.id, features }];
  });
}

const mostStates = 5000;

/** All tasks of a definition, those of its inner machines too. */
function tasksIn(definition: Part | undefined): Part[] {
  const found: Part[] = [];
  const open = definition === undefined ? [] : [definition];
  for (let left = mostStates, one = open.pop(); one !== undefined && left > 0; left--, one = open.pop()) {
    for (const state of partsOf(partAt(one, 'States'))) {
      if (textOf(partAt(state, 'Type')) === 'Task') found.push(state);
      const inner = [partAt(state, 'Iterator'), partAt(state, 'ItemProcessor'), ...partsOf(partAt(state, 'Branches'))];
      open.push(...inner.filter((part) => part !== undefined));
    }
  }
  return found;
}

function names(part: Part, id: string): boolean {
  if (isValue(part)) return referencesIn(part).some(({ resource }) => resource === id);
  return partsOf(part).some((one) => names(one, id));
}

function textOf(part: Part | undefined): string {
  if (part === undefined || part === null || typeof part === 'object')
    return part !== undefined && part !== null && isValue(part) ? readText(part).text : '';
  return String(part);
}

/** What a task calls: an integration by its name behind `states:::`, or a function by its ARN. */
function ofTask(task: Part, machine: Resource, stack: Stack): UsedFeature[] {
  const resource = partAt(task, 'Resource');
  if (resource === undefined) return [];
  const place = isValue(resource) ? resource.place : machine.key;
  const [, integration] = /:states:[^:]*:[^:]*:(.+)$/.exec(textOf(resource)) ?? [];
  const feature = `states.task.${integration?.replace(/\.waitForTaskToken$/, '') ?? 'lambda'}`;
  const given = integration === undefined ? task : (partAt(task, 'Arguments') ?? partAt(task, 'Parameters'));
  const values = new Map(namesOf(given).flatMap((name) => valuesUnder(given, name, name, stack)));
  return [{ feature, values, evidence: evidence(place, textOf(resource)) }];
}

/** The values at the paths that parameters have in the catalogue: `TableName`, `Entries[].EventBusName`. */
function valuesUnder(part: Part | undefined, name: string, path: string, stack: Stack): [string, BoundValue[]][] {
  const bare = name.replace(/\.\$$/, '');
  const inner = partAt(part, name);
  if (inner === undefined) return [];
  const values = boundOf(inner, name !== bare, stack);
  const own: [string, BoundValue[]][] = values.length === 0 ? [] : [[path.replace(/\.\$$/, ''), values]];
  const items = partsOf(inner).flatMap((item) =>
    namesOf(item).flatMap((one) => valuesUnder(item, one, `${path}[].${one}`, stack)),
  );
  return [...own, ...items];
}

/** A parameter under a name that ends in `.$`, or that begins with `$` or `{%`, comes from the input of the state. */
function boundOf(part: Part, isPath: boolean, stack: Stack): BoundValue[] {
  if (isPath) return [{ unknown: 'dynamic-value' }];
  if (isValue(part)) return part.kind === 'map' || part.kind === 'list' ? [] : settingValues(part, stack);
  if (typeof part !== 'string') return [];
  return /^(?:\$|\{%)/.test(part) ? [{ unknown: 'dynamic-value' }] : [{ text: part }];
}

const switches: readonly (readonly [string, string])[] = [
  ['Logging.Level', 'states.logs'],
  ['LoggingConfiguration.Level', 'states.logs'],
  ['logging_configuration.level', 'states.logs'],
  ['Tracing.Enabled', 'states.tracing'],
  ['TracingConfiguration.Enabled', 'states.tracing'],
  ['tracing_configuration.enabled', 'states.tracing'],
];

function ofMachine(machine: Resource): UsedFeature[] {
  return switches.flatMap(([path, feature]) =>
    valuesAt(machine.properties, path)
      .filter((value) => !/^(?:off|false)$/i.test(readText(value).text))
      .map((value) => ({ feature, values: new Map(), evidence: evidence(value.place, readText(value).text) })),
  );
}
