import { Command } from 'commander';
import { renderClassify } from '../../report/renderers/classify.ts';
import { openPath } from '../open-path.ts';
import { collect, formatOption } from '../options.ts';
import { type Output, profiling } from '../output.ts';
import { type DocumentFlags, printDocument } from '../print-document.ts';

interface ClassifyFlags extends DocumentFlags {
  readonly service?: string[];
}

/** `skyworthy classify [PATH]`: each service by compute model, SDK layer, orchestration and artifact. */
export function classifyCommand(output: Output): Command {
  return new Command('classify')
    .description('Show what kind of service each one is: compute model, SDK layer, orchestration, artifact.')
    .argument('[path]', 'the folder of the repository', '.')
    .addOption(formatOption('terminal', 'json'))
    .option('--service <id|name|pattern>', 'classify this service only (repeatable)', collect)
    .option('--all', 'show those among tests, samples and documentation too')
    .action(async (path: string, flags: ClassifyFlags) => {
      const { classifyServices } = await import('../../engine/classify.ts'); // nothing that other commands need
      const document = await classifyServices(openPath(path, flags.cwd), {
        ...(flags.service && { services: flags.service }),
        ...profiling(flags.profile, output),
      });
      printDocument(document, flags, output, { terminal: renderClassify });
    });
}
