import { Command, Option } from 'commander';
import type { PolicyFormat, PolicyText } from '../../engine/policies.ts';
import { UsageError } from '../../evidence/errors.ts';
import type { PermissionsDocument } from '../../report/documents/permissions.ts';
import { renderPermissions } from '../../report/renderers/permissions.ts';
import { type EntryFlags, entryOf, entryOptions } from '../entry-flags.ts';
import { openPath } from '../open-path.ts';
import { collect, formatOption } from '../options.ts';
import { type Output, profiling } from '../output.ts';

interface PermissionsFlags extends EntryFlags {
  readonly format: 'terminal' | 'json' | PolicyFormat;
  readonly service?: string[];
  readonly explain?: string;
  readonly diff?: true;
  readonly guessed?: true;
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
    .addOption(formatOption('terminal', 'json', 'iam-policy', 'sam', 'terraform'))
    .option('--service <id|name|pattern>', 'look at this service only (repeatable)', collect);
  for (const option of entryOptions('look at what one entry point needs')) command.addOption(option);
  return command
    .option('--all', 'show those among tests, samples and documentation too')
    .option('--explain <action>', 'print every reason for this action, and nothing else')
    .addOption(new Option('--diff', 'print the policy that is needed against the declared one').conflicts(['explain']))
    .option('--guessed', 'put guessed permissions into policies too')
    .addHelpText(
      'after',
      '\nExamples:\n  skyworthy permissions --service Resize --format iam-policy\n  skyworthy permissions --explain s3:GetObject\n  skyworthy permissions --diff\n',
    )
    .action(async (path: string, flags: PermissionsFlags) => {
      if (flags.diff && !['terminal', 'iam-policy'].includes(flags.format)) {
        throw new UsageError(`--diff compares policies as JSON: leave --format ${flags.format} out.`);
      }
      const entry = entryOf(flags);
      const { findPermissions } = await import('../../engine/permissions.ts'); // nothing that other commands need
      const document = await findPermissions(openPath(path, flags.cwd), {
        ...(flags.service && { services: flags.service }),
        ...(entry && { entry }),
        ...profiling(flags.profile, output),
      });
      const { text, notes } = await textOf(document, flags, output);
      output.write(text);
      for (const note of notes) output.writeError(`${note}\n`);
    });
}

async function textOf(document: PermissionsDocument, flags: PermissionsFlags, output: Output): Promise<PolicyText> {
  const { format, diff, explain, guessed = false, all = false, quiet = false, color, service } = flags;
  if (format === 'json') return { text: `${JSON.stringify(document, null, 2)}\n`, notes: [] };
  if (format === 'terminal' && !diff) {
    const options = { width: output.width, color: color && output.color, all, quiet, ...(explain && { explain }) };
    return { text: renderPermissions(document, options), notes: [] };
  }
  const { policiesOf, policyDiff, shownServices } = await import('../../engine/policies.ts'); // only for policies
  const services = shownServices(document, all || service !== undefined);
  return diff
    ? policyDiff(services, { guessed })
    : policiesOf(services, format === 'terminal' ? 'iam-policy' : format, { guessed });
}
