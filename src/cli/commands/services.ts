import { Command, Option } from 'commander';
import { renderServices } from '../../report/renderers/services.ts';
import { type GraphFormat, graphFormats, renderServicesGraph } from '../../report/renderers/services-graph.ts';
import { openPath } from '../open-path.ts';
import { collect, formatOption } from '../options.ts';
import { type Output, profiling } from '../output.ts';
import { type DocumentFlags, printDocument } from '../print-document.ts';

interface ServicesFlags extends DocumentFlags {
  readonly graph?: GraphFormat;
  readonly service?: string[];
}

/** `skyworthy services [PATH]`: the deployable units found, and how each was joined. */
export function servicesCommand(output: Output): Command {
  return new Command('services')
    .description('Show the deployable units of a repository, and what belongs to each.')
    .argument('[path]', 'the folder of the repository', '.')
    .addOption(formatOption('terminal', 'json'))
    .addOption(new Option('--graph <language>', 'print a graph of them instead').choices([...graphFormats]))
    .option('--service <id|name|pattern>', 'show this service only (repeatable)', collect)
    .option('--all', 'show those among tests, samples and documentation too')
    .action(async (path: string, flags: ServicesFlags) => {
      const { findServices } = await import('../../engine/services.ts'); // nothing that other commands need
      const document = await findServices(openPath(path, flags.cwd), {
        ...(flags.service && { services: flags.service }),
        ...profiling(flags.profile, output),
      });
      if (flags.graph !== undefined) return output.write(renderServicesGraph(document, flags.graph));
      printDocument(document, flags, output, { terminal: renderServices });
    });
}
