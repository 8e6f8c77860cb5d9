import type { Catalogue } from '../../catalogue/catalogue.ts';

/** The datasets of kinds, and which types each one has. */
const datasets = [
  { name: 'aws/resource-kinds', has: /^(AWS|Alexa|Custom)::/ },
  { name: 'aws/terraform-resource-kinds', has: /^aws_/ },
  { name: 'azure/resource-kinds', has: /^(Microsoft\.|module:br)/ },
  { name: 'kubernetes/resource-kinds', has: /^[\w./-]+ [A-Z]/ },
  { name: 'azure/terraform-resource-kinds', has: /^azurerm_/ },
  { name: 'gcp/terraform-resource-kinds', has: /^google_/ },
] as const;

/** Gives the normalised kind of a resource type, or null. A dataset is loaded when one of its types is asked for. */
export function kindsOf(catalogue: Catalogue): (type: string) => string | null {
  const tables = new Map<string, ReadonlyMap<string, string>>();
  return (type) => {
    const dataset = datasets.find(({ has }) => has.test(type));
    if (dataset === undefined) return null;
    let table = tables.get(dataset.name);
    if (table === undefined) {
      table = new Map(catalogue.load(dataset.name).facts.map((fact) => [fact.id, fact.kind]));
      tables.set(dataset.name, table);
    }
    return table.get(type) ?? null;
  };
}
