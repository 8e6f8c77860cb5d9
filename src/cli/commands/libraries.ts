import { Command } from 'commander';
import { openPath } from '../open-path.ts';
import { formatOption } from '../options.ts';
import { type Output, profiling } from '../output.ts';

interface LibrariesFlags {
  readonly format: 'terminal' | 'json';
  readonly all?: true;
  readonly quiet?: true;
  readonly color: boolean;
  readonly cwd?: string;
  readonly profile?: true;
}

/** `skyworthy libraries [PATH]`: what is used for each need, what of it is superseded, and what the field chooses. */
export function librariesCommand(output: Output): Command {
  return new Command('libraries')
    .description('Show the libraries used for each need, what is superseded or redundant, and the current choices.')
    .argument('[path]', 'the folder of the repository', '.')
    .addOption(formatOption('terminal', 'json'))
    .option('--all', 'show needs without a library too, and the reasons for the current choices')
    .action(async (path: string, flags: LibrariesFlags) => {
      const { findLibraries } = await import('../../engine/libraries.ts'); // nothing that other commands need
      const { renderLibraries } = await import('../../report/renderers/libraries.ts');
      const document = findLibraries(openPath(path, flags.cwd), profiling(flags.profile, output));
      if (flags.format === 'json') output.write(`${JSON.stringify(document, null, 2)}\n`);
      else {
        const { all = false, quiet = false, color } = flags;
        output.write(renderLibraries(document, { width: output.width, color: color && output.color, all, quiet }));
      }
    });
}
