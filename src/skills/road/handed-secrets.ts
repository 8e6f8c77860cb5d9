import { type Evidence, evidence } from '../../evidence/evidence.ts';
import { readText } from '../../infrastructure/model/reading.ts';
import type { Resource } from '../../infrastructure/model/resource.ts';
import type { Value } from '../../infrastructure/model/value.ts';
import { baseName } from '../../repository/paths.ts';
import { valuesAt } from '../../services/discover/claims/steps-into.ts';
import type { Variable } from '../../services/service.ts';
import { secretName } from './secret-settings.ts';
import type { Standing } from './standing.ts';

/** A secret that the definition of a service hands to it. */
export interface HandedSecret {
  readonly name: string;
  /** `written`: it stands there in plain text; `kept`: something that keeps secrets gives it; `given`: whoever deploys it does. */
  readonly how: 'written' | 'kept' | 'given';
  readonly evidence: Evidence;
}

/** What the definition of a service hands to it and is secret: by its variables, and by objects of Kubernetes that become some. */
export function handedSecrets(standing: Standing): HandedSecret[] {
  const maps = configMaps(standing);
  const variables = [...standing.environment, ...configured(standing, maps)];
  const found = variables.map((one) => ({ ...one, value: configuredValue(one.value, maps) ?? one.value }));
  return [...found.flatMap(secretOf), ...fromSecrets(standing)];
}

/** Texts that are a secret's place, or that somebody has to replace. */
const elsewhere =
  /resolve:(ssm-secure|secretsmanager)|@Microsoft\.KeyVault|secretsmanager:|^projects\/[^/]+\/secrets\/|^sm:/i;
const placeholder = /^$|^(change-?_?me|todo|none|null|true|false|x{3,}|\*+|<.*>|your[-_ ].*|.*example.*)$|\$\{|\{\{/i;

/** What `services/bind/environment.ts` says of a variable whose value the platform keeps as a secret. */
const fromPlatform = /^the secret /;

/** An address with a password in it. */
const withPassword = /^[a-z][a-z0-9+.-]*:\/\/[^\s:/@]*:([^\s/@]+)@/i;

function secretOf({ name, value, place }: Variable): HandedSecret[] {
  const reading = readText(value);
  const address = reading.known ? withPassword.exec(reading.value)?.[1] : undefined;
  const isAddress = address !== undefined || (value.kind === 'unknown' && withPassword.test(value.text));
  if (!secretName.test(name) && !isAddress) return [];
  if (isKept(value)) return [{ name, how: 'kept', evidence: evidence(place, name) }];
  const text = address ?? (value.kind === 'literal' ? value.text : '');
  return [{ name, how: placeholder.test(text) ? 'given' : 'written', evidence: evidence(place, name) }];
}

/** True for a value that names what keeps a secret. */
function isKept(value: Value): boolean {
  if (value.kind === 'map') return [...value.entries.keys()].some((key) => /secret/i.test(key));
  if (value.kind === 'reference') return /secret|vault/i.test(value.resource);
  if (value.kind === 'unknown') return fromPlatform.test(value.text) || elsewhere.test(value.text);
  return elsewhere.test(readText(value).text);
}

/** Where the containers of a workload stand, by the paths of each kind. */
const pods = [['spec', 'template', 'spec'], ['spec', 'jobTemplate', 'spec', 'template', 'spec'], ['spec']];

function inPods({ definition }: Standing['service'], ...path: readonly string[]): Value[] {
  if (definition === null) return [];
  return pods.flatMap((pod) => valuesAt(definition.resource.properties, ...pod, ...path));
}

function configMaps({ own, near, service }: Standing): readonly Resource[] {
  if (service.cloud !== 'kubernetes') return [];
  return [...own, ...near()].filter(({ type }) => type === 'v1 ConfigMap');
}

/** The data of ConfigMaps of other stacks that become its variables; those of its own are among its variables. */
function configured({ service }: Standing, maps: readonly Resource[]): Variable[] {
  const named = inPods(service, 'containers', 'envFrom', 'configMapRef', 'name');
  const names = new Set(named.map((value) => readText(value).text));
  return maps.filter(({ id }) => names.has(baseName(id))).flatMap(dataOf);
}

/** What stands in a ConfigMap under the key that a variable is taken from; undefined for all others. */
function configuredValue(value: Value, maps: readonly Resource[]): Value | undefined {
  const [name, key] = ['name', 'key'].map((one) => {
    const [found] = valuesAt(value, 'configMapKeyRef', one);
    return found?.kind === 'reference' ? baseName(found.resource) : found && readText(found).text;
  });
  const map = maps.find(({ id }) => baseName(id) === name);
  return map && dataOf(map).find((one) => one.name === key)?.value;
}

function dataOf({ properties }: Resource): Variable[] {
  const data = properties.entries.get('data')?.value;
  if (data?.kind !== 'map') return [];
  return [...data.entries].map(([name, { key, value }]) => ({ name, value, resource: null, place: key }));
}

/** Secrets of Kubernetes that it mounts, or whose data all become its variables. */
function fromSecrets({ service }: Standing): HandedSecret[] {
  const named = [
    ...inPods(service, 'containers', 'envFrom', 'secretRef', 'name'),
    ...inPods(service, 'volumes', 'secret', 'secretName'),
  ];
  return named.map((value) => {
    const text = value.kind === 'reference' ? baseName(value.resource) : readText(value).text;
    return { name: text, how: 'kept', evidence: evidence(value.place, text) };
  });
}
