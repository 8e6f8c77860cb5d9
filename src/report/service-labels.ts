import type { Report } from './report.ts';
import { counted, listed } from './text.ts';

/** Services that one finding names before they are counted. */
const fewNamed = 2;

/**
 * How a finding says whose it is, given the ids of its services: their names, or ids where names do not tell them apart.
 * Empty where the report has one service, and for findings of the repository itself.
 */
export function serviceLabels({ services }: Report): (ids: ReadonlySet<string>) => string {
  if (services.length < 2) return () => '';
  const byName = Map.groupBy(services, ({ name }) => name);
  const labels = new Map(
    services.map(({ id, name }) => [id, name === '.' || byName.get(name)?.length !== 1 ? id : name]),
  );
  return (ids) => {
    const known = [...ids].flatMap((id) => labels.get(id) ?? []);
    return known.length > fewNamed ? counted(known.length, 'service') : listed(known);
  };
}
