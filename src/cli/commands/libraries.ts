import { Command } from 'commander';
import { openPath } from '../open-path.ts';
import { formatOption } from '../options.ts';
import { type Output, profiling } from '../output.ts';
import { type DocumentFlags, printDocument } from '../print-document.ts';

/** `skyworthy libraries [PATH]`: what is used for each need, what of it is superseded, and what the field chooses. */
export function librariesCommand(output: Output): Command {
  return new Command('libraries')
    .description('Show the libraries used for each need, what is superseded or redundant, and the current choices.')
    .argument('[path]', 'the folder of the repository', '.')
    .addOption(formatOption('terminal', 'json', 'markdown'))
    .option('--all', 'show needs without a library too, and the reasons for the current choices')
    .action(async (path: string, flags: DocumentFlags) => {
      const { findLibraries } = await import('../../engine/libraries.ts'); // nothing that other commands need
      const { renderLibraries } = await import('../../report/renderers/libraries.ts');
      const { renderLibrariesMarkdown } = await import('../../report/renderers/libraries-markdown.ts');
      const document = findLibraries(openPath(path, flags.cwd), profiling(flags.profile, output));
      printDocument(document, flags, output, { terminal: renderLibraries, markdown: renderLibrariesMarkdown });
    });
}
