import { type Evidence, evidence } from '../../evidence/evidence.ts';
import { startOf } from '../../evidence/place.ts';
import { isAlways, presenceAt } from '../../infrastructure/model/presence.ts';
import { readNumber, readText } from '../../infrastructure/model/reading.ts';
import type { Value } from '../../infrastructure/model/value.ts';
import { isBelow } from '../../repository/paths.ts';
import type { Standing } from './standing.ts';
import { requestLibrary } from './takes-requests.ts';

/** Why Python, or the shape in the cloud, is the wrong tool for a service. */
export interface WrongTool {
  readonly what: 'python' | 'cloud-shape';
  readonly message: string;
  readonly evidence: readonly Evidence[];
}

/** What facts prove to be the wrong tool for a service; nothing where none does. */
export function wrongTools(standing: Standing): WrongTool[] {
  return rules.flatMap((rule) => rule(standing) ?? []);
}

const rules: readonly ((standing: Standing) => WrongTool | undefined)[] = [
  waitsInFunction,
  warmForTheClock,
  machineForTheClock,
  computesElsewhere,
];

/** Seconds from which a function that sleeps pays for nothing, more than a retry needs. */
const longSleep = 5;

/** The longest that Lambda lets a function run, in seconds: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const longestRun = 900;

function waitsInFunction(standing: Standing): WrongTool | undefined {
  const { service, itself } = standing;
  if (service.compute !== 'function' || standing.libraries('deployment')[0] !== undefined) return undefined;
  const sleeps = standing
    .calls(['time', 'asyncio'], ['sleep('])
    .filter(({ path }) => /^(time|asyncio)\.sleep$/.test(path));
  const long = sleeps.filter(({ positional: [seconds] }) => typeof seconds === 'number' && seconds >= longSleep);
  const limit = timeoutOf(standing);
  if (limit !== undefined && limit >= longestRun && long.length > 0)
    return {
      what: 'cloud-shape',
      message: `A function that may run ${limit} s, the most that the platform gives, and sleeps meanwhile: a workflow or a container job waits for less, and does not end in the middle.`,
      evidence: [itself, ...long.slice(0, 3).map((call) => call.evidence)],
    };
  if (long.length === 0) return undefined;
  return {
    what: 'cloud-shape',
    message: 'A function is paid for while it sleeps: let a delayed message, a workflow or a schedule do the waiting.',
    evidence: long.slice(0, 3).map((call) => call.evidence),
  };
}

function timeoutOf({ service: { definition } }: Standing): number | undefined {
  if (definition === null || !/Lambda|Serverless::Function|lambda|serverless:function/.test(definition.resource.type))
    return undefined;
  for (const name of ['Timeout', 'timeout', 'cdk:timeout']) {
    const [value] = presenceAt(definition.resource.properties, name).stated;
    const reading = value === undefined ? undefined : readNumber(value);
    if (reading?.known === true) return reading.value;
  }
  return undefined;
}

/** A schedule that starts its target every minute or more often. */
const everyMinute = /^rate\(1 minutes?\)$|^cron\(\*(\/1)? \* /;

function warmForTheClock({ service, own }: Standing): WrongTool | undefined {
  const { triggers, definition } = service;
  if (definition === null || triggers.length === 0) return undefined;
  const { properties } = definition.resource;
  const kept = ['ProvisionedConcurrencyConfig', 'provisionedConcurrency'].some((name) =>
    isAlways(presenceAt(properties, name)),
  );
  if (!kept || triggers.some(({ invocation }) => invocation !== 'scheduled')) return undefined;
  const rule = own.find(
    ({ id, properties: its }) =>
      triggers.some(({ resource }) => resource === id) &&
      presenceAt(its, 'ScheduleExpression').stated.some((value: Value) => {
        const reading = readText(value);
        return reading.known && everyMinute.test(reading.value);
      }),
  );
  if (rule === undefined) return undefined;
  return {
    what: 'cloud-shape',
    message:
      'Instances are kept warm for a function that the clock alone starts each minute: nobody waits for its start, and it is warm anyway.',
    evidence: [evidence(definition.resource.key, definition.resource.id), evidence(rule.key, rule.id)],
  };
}

function machineForTheClock(standing: Standing): WrongTool | undefined {
  const { service, itself } = standing;
  if (service.compute !== 'vm') return undefined;
  const clock = standing.libraries('scheduler')[0];
  if (clock === undefined || requestLibrary(standing) !== undefined) return undefined;
  return {
    what: 'cloud-shape',
    message:
      'A machine runs all day so that a library can start jobs by the clock: a scheduled job of the cloud is paid for while it works.',
    evidence: [itself, clock.evidence],
  };
}

const others: readonly (readonly [name: RegExp, language: string])[] = [
  [/\.pyx$/, 'Cython'],
  [/(^|\/)Cargo\.toml$/, 'Rust'],
];

/** Extensions of its own say that what computes has left Python already. */
function computesElsewhere({ service, files, text }: Standing): WrongTool | undefined {
  const { codeRoot } = service;
  if (codeRoot === null) return undefined;
  for (const [name, language] of others) {
    const file = files(name).find(
      (path) => isBelow(path, codeRoot) && !/(^|\/)(vendor|third_party|node_modules)\//.test(path),
    );
    if (file === undefined || (language === 'Rust' && !/\bpyo3\b/.test(text(file) ?? ''))) continue;
    return {
      what: 'python',
      message: `What computes in it is written in ${language} already: where that is most of its work, a service in ${language} starts faster and needs less memory.`,
      evidence: [evidence(startOf(file), file)],
    };
  }
  return undefined;
}
