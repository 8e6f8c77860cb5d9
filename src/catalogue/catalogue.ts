import { readFileSync } from 'node:fs';
import type { Day } from '../evidence/day.ts';
import { type DatasetName, type Datasets, datasetNames } from './dataset.ts';

/** The cloud facts, loaded dataset by dataset when first asked for. */
export interface Catalogue {
  load<Name extends DatasetName>(name: Name): Datasets[Name];
}

/** Opens the catalogue that ships with skyworthy. Nothing is read before the first `load`. */
export function openCatalogue(): Catalogue {
  const loaded = new Map<DatasetName, Datasets[DatasetName]>();
  return {
    load<Name extends DatasetName>(name: Name): Datasets[Name] {
      let dataset = loaded.get(name);
      if (dataset === undefined) {
        dataset = JSON.parse(readFileSync(new URL(`./data/${name}.json`, import.meta.url), 'utf8')) as Datasets[Name];
        loaded.set(name, dataset);
      }
      return dataset as Datasets[Name];
    },
  };
}

/** The catalogue's date: the latest day on which any of its sources was read. Loads every dataset. */
export function catalogueDate(catalogue: Catalogue): Day {
  return datasetNames
    .flatMap((name) => Object.values(catalogue.load(name).sources))
    .reduce<Day>((latest, source) => (source.read > latest ? source.read : latest), '');
}
