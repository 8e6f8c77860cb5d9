import type { Cloud } from '../../evidence/vocabulary.ts';

/** Providers by the cloud that they manage. Those of `none` make nothing that is deployed anywhere. */
const providers: Readonly<Record<string, Cloud>> = {
  archive: 'none',
  aws: 'aws',
  awscc: 'aws',
  azapi: 'azure',
  azuread: 'azure',
  azurerm: 'azure',
  cloudinit: 'none',
  external: 'none',
  google: 'gcp',
  helm: 'kubernetes',
  http: 'none',
  kubectl: 'kubernetes',
  kubernetes: 'kubernetes',
  local: 'none',
  null: 'none',
  random: 'none',
  template: 'none',
  terraform: 'none',
  time: 'none',
  tls: 'none',
};

/** The cloud of a resource type, by the provider's name before its first underscore. */
export function cloudOfType(type: string): Cloud {
  const provider = providerOfType(type);
  return Object.hasOwn(providers, provider) ? (providers[provider] ?? 'other') : 'other';
}

/** The local name of the provider that a resource type belongs to unless it names another. */
export function providerOfType(type: string): string {
  return type.split('_', 1)[0] ?? type;
}

/** The cloud of a module that is not in the tree: registry addresses end with the provider, others often name it. */
export function cloudOfModule(source: string): Cloud {
  const [address = ''] = source.split(/\/\/(?!.*:)|\?/);
  const words = address
    .toLowerCase()
    .split(/[^a-z]+/)
    .reverse();
  const found = words.find((word) => Object.hasOwn(providers, word) && providers[word] !== 'none');
  return found === undefined ? 'other' : (providers[found] ?? 'other');
}
