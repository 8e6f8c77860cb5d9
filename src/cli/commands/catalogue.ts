import { Command } from 'commander';
import { openCatalogue } from '../../catalogue/catalogue.ts';
import { type DatasetName, datasetNames } from '../../catalogue/dataset.ts';
import { dayOf, daysBetween } from '../../evidence/day.ts';
import { UsageError } from '../../evidence/errors.ts';
import { didYouMean } from '../../evidence/nearest.ts';
import { type DatasetSummary, renderCatalogue, renderDataset } from '../../report/renderers/catalogue.ts';
import { formatOption } from '../options.ts';
import type { Output } from '../output.ts';

interface CatalogueFlags {
  readonly format: 'terminal' | 'json' | 'markdown';
  readonly today?: string;
}

/** `skyworthy catalogue [DATASET]`: what is known, from where, how old; with a dataset, its facts. */
export function catalogueCommand(output: Output): Command {
  return new Command('catalogue')
    .description('Show what cloud facts are known, from where, how old.')
    .argument('[dataset]', 'show the facts of this dataset')
    .addOption(formatOption('terminal', 'json', 'markdown'))
    .action((name: string | undefined, { format, today = dayOf(new Date()) }: CatalogueFlags) => {
      output.write(name === undefined ? overview(format, today) : oneDataset(name, format));
    });
}

function overview(format: CatalogueFlags['format'], today: string): string {
  const catalogue = openCatalogue();
  const datasets = datasetNames.map((name): DatasetSummary => {
    const { title, facts, sources } = catalogue.load(name);
    const days = Object.values(sources)
      .map((source) => source.read)
      .sort();
    const oldest = days[0] ?? today;
    return {
      name,
      title,
      facts: facts.length,
      sources: days.length,
      read: days.at(-1) ?? today,
      oldest,
      ageDays: daysBetween(oldest, today),
    };
  });
  const { date } = catalogue;
  if (format === 'json') return `${JSON.stringify({ schemaVersion: 1, date, today, datasets }, null, 2)}\n`;
  return renderCatalogue(date, datasets, format);
}

function oneDataset(name: string, format: CatalogueFlags['format']): string {
  const known = datasetNames.find((candidate): candidate is DatasetName => candidate === name);
  if (known === undefined) {
    throw new UsageError(
      `there is no dataset ${name}.${didYouMean(name, datasetNames) || ' skyworthy catalogue lists them.'}`,
    );
  }
  const dataset = openCatalogue().load(known);
  if (format === 'json') return `${JSON.stringify({ schemaVersion: 1, ...dataset }, null, 2)}\n`;
  return renderDataset(dataset, format);
}
