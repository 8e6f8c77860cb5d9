import { Command } from 'commander';
import { dependenciesDocument } from '../../report/documents/dependencies.ts';
import { renderDependencies, renderDependenciesMarkdown } from '../../report/renderers/dependencies.ts';
import { openPath } from '../open-path.ts';
import { formatOption } from '../options.ts';
import type { Output } from '../output.ts';

interface DependenciesFlags {
  readonly format: 'terminal' | 'json' | 'markdown';
  readonly cwd?: string;
}

/** `skyworthy dependencies [PATH]`: what the manifests declare, with places. */
export function dependenciesCommand(output: Output): Command {
  return new Command('dependencies')
    .description('Show what the dependency files declare, with places.')
    .argument('[path]', 'the folder of the repository', '.')
    .addOption(formatOption('terminal', 'json', 'markdown'))
    .action(async (path: string, { format, cwd }: DependenciesFlags) => {
      const { readManifests } = await import('../../manifests/index.ts'); // nothing that other commands need
      const document = dependenciesDocument(readManifests(openPath(path, cwd)));
      if (format === 'json') output.write(`${JSON.stringify(document, null, 2)}\n`);
      else output.write(format === 'markdown' ? renderDependenciesMarkdown(document) : renderDependencies(document));
    });
}
