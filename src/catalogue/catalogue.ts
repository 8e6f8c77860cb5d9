import type { Day } from '../evidence/day.ts';
import { catalogueDay } from './catalogue-day.ts';
import { readDataFile } from './data-file.ts';
import type { DatasetName, Datasets } from './dataset.ts';

/** The cloud facts, loaded dataset by dataset when first asked for. */
export interface Catalogue {
  /** The latest day on which any of its sources was read. */
  readonly date: Day;
  load<Name extends DatasetName>(name: Name): Datasets[Name];
}

/** Opens the catalogue that ships with skyworthy. Nothing is read before the first `load`. */
export function openCatalogue(): Catalogue {
  const loaded = new Map<DatasetName, Datasets[DatasetName]>();
  return {
    date: catalogueDay,
    load<Name extends DatasetName>(name: Name): Datasets[Name] {
      let dataset = loaded.get(name);
      if (dataset === undefined) {
        dataset = readDataFile(name) as Datasets[Name];
        loaded.set(name, dataset);
      }
      return dataset as Datasets[Name];
    },
  };
}
