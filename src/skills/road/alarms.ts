import { type Evidence, evidence } from '../../evidence/evidence.ts';
import { readText } from '../../infrastructure/model/reading.ts';
import type { Resource } from '../../infrastructure/model/resource.ts';
import type { Value } from '../../infrastructure/model/value.ts';
import { type Answer, met, missing, unknown } from './answer.ts';
import { byChecks } from './by-checks.ts';
import { foundLine, holdsName } from './found-line.ts';
import { alarms, computing, isOfKind } from './resource-kinds.ts';
import type { Standing } from './standing.ts';

/** Whether an alarm is about a service: one that names it, or one of its stack that names nothing else that runs code. */
export function alertsOf(standing: Standing): Answer {
  const { own, near, service, itself } = standing;
  const rule = alertRule(standing);
  if (rule !== undefined) return met('A rule for alerts names it.', rule);
  const naming = [...own, ...standing.everywhere()].filter((one) => isAlarm(one) && isNamed(one, standing));
  if (naming.length > 0) return met('An alarm names it.', ...shown([...new Set(naming)]));
  const others = new Set(own.filter((one) => isOfKind(one, computing) && one !== service.definition?.resource));
  const shared = own.filter((one) => isAlarm(one) && !namesAny(one, others));
  if (shared.length > 0) return met('Its stack raises alarms.', ...shown(shared));
  // In the CDK a method of a metric makes an alarm: that is known by its file.
  const made = standing.alarms().filter(({ file }) => file.endsWith('.py'));
  if (made.length > 0) return met('Its stack raises alarms.', ...made);
  const said = byChecks(standing, ['alarm-missing']);
  if (said?.state === 'missing') return said;
  const other = near().find((one) => isAlarm(one) && !namesRunner(one));
  if (other !== undefined)
    return unknown(
      'There are alarms beside it; whether one is about it is not said.',
      evidence(other.key, `${other.type} ${other.id}`),
    );
  return missing('Nothing raises an alarm when it fails.', itself, 'alarm-missing');
}

/** What only tells people when an alarm is raised. */
const routing = /AlertmanagerConfig|action_?groups?|contact|notification_(channel|policy)|subscription/i;

/** An alarm that tells somebody: one that starts or stops instances is none. */
function isAlarm(resource: Resource): boolean {
  const { type, id, properties } = resource;
  if (!isOfKind(resource, alarms) || routing.test(type) || /scal(e|ing)/i.test(id)) return false;
  return !textsIn(properties).some((text) => /ScalingPolicy|autoscaling|scal(e|ing)_?(out|in|up|down)/i.test(text));
}

/** True where a dimension, a reference, a scope or an expression names a service; ids of another stack are names of other things. */
function isNamed(alarm: Resource, { service, own }: Standing): boolean {
  const { name, definition } = service;
  const id = definition?.resource.id;
  const isOwn = own.includes(alarm);
  const ids = definition === null ? [] : [`${definition.stack.file}#${id}`, ...(isOwn ? [definition.resource.id] : [])];
  const isTold = isOwn || name !== id;
  return textsIn(alarm.properties).some((text) => ids.includes(text) || (isTold && holdsName(text, name)));
}

function namesAny({ properties }: Resource, others: ReadonlySet<Resource>): boolean {
  const ids = new Set([...others].map(({ id }) => id));
  return textsIn(properties).some((text) => ids.has(text));
}

/** Dimensions of what runs one thing: an alarm on them is about that. */
function namesRunner({ properties }: Resource): boolean {
  return textsIn(properties).some((text) => /^(FunctionName|EndpointName|InstanceId|JobName)$/.test(text));
}

/** A bound for what is read of one alarm. */
const mostValues = 500;

/** The texts of a value, and the resources that it refers to. */
function textsIn(value: Value): string[] {
  const texts: string[] = [];
  const open: Value[] = [value];
  for (let left = mostValues, one = open.shift(); one !== undefined && left > 0; left--, one = open.shift()) {
    if (one.kind === 'map') open.push(...[...one.entries.values()].map((entry) => entry.value));
    else if (one.kind === 'list') open.push(...one.items);
    else if (one.kind === 'choice') open.push(...one.options);
    else if (one.kind === 'joined') open.push(...one.parts);
    else if (one.kind === 'reference') texts.push(one.resource);
    else texts.push(readText(one).text);
  }
  return texts;
}

/** Files in which rules for alerts are kept: https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/ */
const ruleFile = /(alert|alarm|rules?|prometheus|monitor)[^/]*(\/[^/]+)*\.ya?ml$/i;
const mostFiles = 100;

/** A rule of Prometheus whose name or expression names a service. */
function alertRule(standing: Standing): Evidence | undefined {
  const { name, definition } = standing.service;
  if (name === definition?.resource.id) return undefined; // a logical id, under which nothing runs
  for (const file of standing.filesAnywhere(ruleFile).slice(0, mostFiles)) {
    const text = standing.text(file) ?? '';
    for (const [rule] of text.matchAll(/^[ \t]*-[ \t]*alert:[^]*?(?=^[ \t]*-[ \t]*alert:|(?![^]))/gm))
      if (holdsName(rule, name)) return foundLine(file, text, rule);
  }
  return undefined;
}

function shown(resources: readonly Resource[]): Evidence[] {
  return resources.map(({ key, id, type }) => evidence(key, `${type} ${id}`));
}
