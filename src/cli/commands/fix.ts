import { Command } from 'commander';
import type { FixRequest } from '../../engine/fix.ts';
import { UsageError } from '../../evidence/errors.ts';
import type { FileChange } from '../../fixes/write-files.ts';
import type { Repository } from '../../repository/repository.ts';
import type { StepId } from '../../steps/steps.ts';
import { openPath } from '../open-path.ts';
import { collect, formatOption, names } from '../options.ts';
import { type Output, profiling } from '../output.ts';

interface FixFlags {
  readonly format: 'terminal' | 'json';
  readonly diff?: true;
  readonly unsafe?: true;
  readonly force?: true;
  readonly service?: string[];
  readonly step?: StepId[];
  readonly only?: string[];
  readonly skip?: string[];
  readonly quiet?: true;
  readonly color: boolean;
  readonly cwd?: string;
  readonly profile?: true;
  readonly today?: string;
}

/** `skyworthy fix [PATH]`: carries out the fixes of what `check` finds, or shows them. */
export function fixCommand(output: Output): Command {
  return new Command('fix')
    .description('Carry out the fixes of what check finds.')
    .argument('[path]', 'the folder of the repository', '.')
    .option('--diff', 'print what would change as a unified diff, and write nothing')
    .option('--unsafe', 'carry out fixes too that may change more than the fault')
    .option('--force', 'write over work that is not committed, or where there is no git repository')
    .addOption(formatOption('terminal', 'json'))
    .option('--service <id|name|pattern>', 'fix this service only (repeatable)', collect)
    .option('--step <step>', 'carry out the fixes of this step only (repeatable)', names)
    .option('--only <check>', 'carry out the fixes of this check only (repeatable)', names)
    .option('--skip <check>', 'leave the fixes of this check out (repeatable)', names)
    .addHelpText(
      'after',
      '\nExamples:\n  skyworthy fix --diff\n  skyworthy fix --only queue-visibility-too-short\n  skyworthy fix --unsafe --diff | git apply\n',
    )
    .action(async (path: string, flags: FixFlags) => {
      const repository = openPath(path, flags.cwd);
      const { planFixes } = await import('../../engine/fix.ts'); // nothing that other commands need
      const { document, changes } = await planFixes(repository, requestOf(flags, output));
      const written = flags.diff !== true && changes.length > 0;
      if (written) await write(repository, path, changes, flags.force === true);
      const { renderDiffs, renderFixes, summaryOf } = await import('../../report/renderers/fix.ts');
      const { color, quiet = false, format, diff } = flags;
      if (format === 'json') output.write(`${JSON.stringify({ ...document, written }, null, 2)}\n`);
      else if (diff) {
        output.write(renderDiffs(document, color && output.color));
        output.writeError(`${summaryOf(document)}\n`);
      } else {
        const options = { width: output.width, color: color && output.color, quiet };
        output.write(renderFixes({ ...document, written }, options));
      }
    });
}

function requestOf({ unsafe, service, step, only, skip, today, profile }: FixFlags, output: Output): FixRequest {
  return {
    ...(unsafe && { unsafe }),
    ...(service && { services: service }),
    ...(step && { steps: step }),
    ...(only && { only }),
    ...(skip && { skip }),
    ...(today && { today }),
    ...profiling(profile, output),
  };
}

/**
 * Writes the files, unless that would write over work that is not committed.
 * @throws UsageError saying why nothing was written.
 */
async function write(
  { disk }: Repository,
  path: string,
  changes: readonly FileChange[],
  force: boolean,
): Promise<void> {
  if (disk === undefined) throw new UsageError(`${path} lies on no disk.`);
  if (!force) await requireCommitted(disk.root, path, changes);
  const { writeFiles } = await import('../../fixes/write-files.ts');
  const refusal = writeFiles(disk.root, changes);
  if (refusal !== undefined) throw new UsageError(`${refusal}. Mend that and run it again.`);
}

async function requireCommitted(root: string, path: string, changes: readonly FileChange[]): Promise<void> {
  const { uncommittedFiles } = await import('../../probes/uncommitted.ts');
  const answer = uncommittedFiles(
    root,
    changes.map(({ file }) => file),
  );
  if (!answer.known) throw new UsageError(`${whyUnknown[answer.why](path)} Look with --diff, write with --force.`);
  const [first, ...others] = answer.files;
  if (first === undefined) return;
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  throw new UsageError(
    `${first}${more} has changes that are not committed: commit or stash them, look with --diff, or write with --force.`,
  );
}

const whyUnknown: Readonly<Record<'no-repository' | 'no-git' | 'failed', (path: string) => string>> = {
  'no-repository': (path) => `${path} is in no git repository, so that what was there could not be got back.`,
  'no-git': () => 'git is not installed, so that it cannot be told what is committed.',
  failed: (path) => `git cannot tell what is committed in ${path} (git status says why).`,
};
