import { Command } from 'commander';
import { renderPermissions } from '../../report/renderers/permissions.ts';
import { type EntryFlags, entryOf, entryOptions } from '../entry-flags.ts';
import { openPath } from '../open-path.ts';
import { collect, formatOption } from '../options.ts';
import type { Output } from '../output.ts';

interface PermissionsFlags extends EntryFlags {
  readonly format: 'terminal' | 'json';
  readonly service?: string[];
  readonly explain?: string;
  readonly all?: true;
  readonly quiet?: true;
  readonly color: boolean;
  readonly cwd?: string;
  readonly profile?: true;
}

/** `skyworthy permissions [PATH]`: which permissions the calls of each service need, and on what. */
export function permissionsCommand(output: Output): Command {
  const command = new Command('permissions')
    .description('Show the permissions on AWS that the calls of each service need.')
    .argument('[path]', 'the folder of the repository', '.')
    .addOption(formatOption('terminal', 'json'))
    .option('--service <id|name|pattern>', 'look at this service only (repeatable)', collect);
  for (const option of entryOptions('look at what one entry point needs')) command.addOption(option);
  return command
    .option('--all', 'show those among tests, samples and documentation too')
    .option('--explain <action>', 'print every reason for this action, and nothing else')
    .action(async (path: string, flags: PermissionsFlags) => {
      const entry = entryOf(flags);
      const { findPermissions } = await import('../../engine/permissions.ts'); // nothing that other commands need
      const document = await findPermissions(openPath(path, flags.cwd), {
        ...(flags.service && { services: flags.service }),
        ...(entry && { entry }),
        ...(flags.profile && {
          onTiming: (phase, milliseconds) => output.writeError(`${phase.padEnd(24)} ${milliseconds.toFixed(1)} ms\n`),
        }),
      });
      if (flags.format === 'json') output.write(`${JSON.stringify(document, null, 2)}\n`);
      else {
        const { all = false, quiet = false, color, explain } = flags;
        const options = { width: output.width, color: color && output.color, all, quiet, ...(explain && { explain }) };
        output.write(renderPermissions(document, options));
      }
    });
}
