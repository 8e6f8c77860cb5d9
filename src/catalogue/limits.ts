import type { Catalogue } from './catalogue.ts';
import type { Dataset, DatasetName, Datasets, PlatformLimit } from './dataset.ts';

/** Datasets that hold limits and defaults. */
type LimitDataset = {
  [Name in DatasetName]: Datasets[Name] extends Dataset<PlatformLimit> ? Name : never;
}[DatasetName];

/**
 * The number of a limit or default.
 * @throws Error if the catalogue has no such number: a bug, since ids are ours.
 */
export function limit(catalogue: Catalogue, dataset: LimitDataset, id: string): number {
  const fact = catalogue.load(dataset).facts.find((candidate) => candidate.id === id);
  if (typeof fact?.value !== 'number') throw new Error(`${dataset} has no number ${id}`);
  return fact.value;
}
