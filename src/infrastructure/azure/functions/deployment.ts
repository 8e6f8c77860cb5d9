// https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-deployment
import type { Value } from '../../model/value.ts';
import { literalOf, textIn, unknownOf } from '../plain.ts';
import { type AzureFunction, type FunctionCall, undetermined } from './call.ts';

const names = [
  'resourceGroup',
  'subscription',
  'tenant',
  'managementGroup',
  'deployment',
  'deployer',
  'environment',
  'uniqueString',
  'guid',
  'newGuid',
  'utcNow',
  'dateTimeAdd',
  'dateTimeFromEpoch',
  'dateTimeToEpoch',
  'pickZones',
  'providers',
  'externalInput',
  'fail',
  'getSecret',
  'cidrHost',
  'cidrSubnet',
  'parseCidr',
  'managementGroupResourceId',
  'toLogicalZone',
  'toLogicalZones',
  'toPhysicalZone',
  'toPhysicalZones',
  'buildUri',
  'parseUri',
  'dataUri',
  'dataUriToString',
  'base64ToJson',
  'uriComponentToString',
  'loadDirectoryFileInfo',
];

/** What only the deployment tells, and the names that ARM templates look up by a call. */
export const deploymentFunctions: Readonly<Record<string, AzureFunction>> = {
  ...Object.fromEntries(names.map((name) => [name, undetermined])),
  parameters: (call) => symbol(call, 'parameter'),
  variables: (call) => symbol(call, 'variable'),
  copyIndex,
  readEnvironmentVariable: (call) => {
    const [name, fallback] = call.values();
    return { kind: 'parameter', name: textIn(name) ?? call.name, fallback: fallback ?? null, place: call.place };
  },
  any: (call) => call.values()[0] ?? undetermined(call),
  nameof: (call) => {
    const [node] = call.nodes;
    return node?.kind === 'variable' || node?.kind === 'property'
      ? literalOf(node.name, call.place)
      : undetermined(call);
  },
};

function symbol(call: FunctionCall, space: 'parameter' | 'variable'): Value {
  const name = textIn(call.values()[0]);
  if (name === undefined) return undetermined(call);
  const value = call.scope.symbol(name, space);
  return value ?? unknownOf('unsupported-construct', `${name}, which is not declared`, call.place);
}

/** The round of a loop, plus an offset: `copyIndex()`, `copyIndex(1)`, `copyIndex('name', 1)`. */
function copyIndex(call: FunctionCall): Value {
  const values = call.values().map((value) => textIn(value));
  const named = values[0] !== undefined && Number.isNaN(Number(values[0]));
  const offset = Number((named ? values[1] : values[0]) ?? 0);
  const round = textIn(call.scope.symbol(named ? `copyIndex(${values[0]})` : 'copyIndex()'));
  return round === undefined || Number.isNaN(Number(round))
    ? undetermined(call)
    : literalOf(Number(round) + offset, call.place);
}
