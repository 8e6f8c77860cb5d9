import type { Compute } from '../../../evidence/vocabulary.ts';
import { readText } from '../../../infrastructure/model/reading.ts';
import type { Resource, Stack } from '../../../infrastructure/model/resource.ts';
import type { Claim } from './claim.ts';
import { valuesAt } from './steps-into.ts';

/** What every claim of a resource says. */
export function resourceClaim(resource: Resource, stack: Stack, compute: Compute, name: readonly string[]): Claim {
  const label = labelOf(resource);
  const [stated] = name.length === 0 ? [] : valuesAt(resource.properties, ...name);
  const read = stated === undefined ? undefined : readText(stated);
  return {
    file: resource.key.file,
    label,
    longLabels: [`${resource.type}.${label}`, resource.id],
    name: read?.known === true && read.value !== '' ? read.value : null,
    rank: 'infrastructure',
    cloud: resource.cloud,
    compute,
    place: resource.key,
    definition: { resource, stack },
    links: azdServices(resource),
  };
}

/**
 * What a resource is called in its file: its label without type and modules (Terraform, Bicep), its name without kind
 * (Kubernetes), the variable of its construct (CDK).
 */
export function labelOf({ id, type }: Resource): string {
  const slash = id.indexOf('/');
  if (/^[\w./-]+ [A-Z]/.test(type)) return id.slice(id.lastIndexOf('/') + 1).replace(/~\d+$/, '');
  if (slash > 0 && !type.includes('/')) return id.slice(0, slash);
  const prefix = `${type}.`;
  const at = id.lastIndexOf(prefix);
  if (at >= 0) return id.slice(at + prefix.length);
  return /^(Microsoft\.|module:br)/.test(type) ? id.slice(id.lastIndexOf('.') + 1) : id;
}

/** The services of `azure.yaml` whose code may be put there: https://learn.microsoft.com/azure/developer/azure-developer-cli/azd-schema */
function azdServices({ tags, cloud }: Resource): string[] {
  if (cloud !== 'azure' || tags === null) return [];
  return valuesAt(tags, 'azd-service-name').flatMap((tag) => {
    const read = readText(tag);
    return read.known ? [read.value] : [];
  });
}
