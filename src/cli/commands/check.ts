import { Command, Option } from 'commander';
import { check as runCheck } from '../../engine/check.ts';
import type { CheckRequest } from '../../engine/request.ts';
import { assertNever } from '../../evidence/errors.ts';
import { type Severity, severities } from '../../evidence/vocabulary.ts';
import { renderJson } from '../../report/renderers/json.ts';
import { renderMarkdown } from '../../report/renderers/markdown.ts';
import { renderSarif } from '../../report/renderers/sarif.ts';
import { renderTerminal } from '../../report/renderers/terminal.ts';
import type { Report } from '../../report/report.ts';
import type { StepId } from '../../steps/steps.ts';
import { type BaselineFlags, baselineOf, rewriteBaseline } from '../baseline-flags.ts';
import { type EntryFlags, entryOf, entryOptions } from '../entry-flags.ts';
import { openPath } from '../open-path.ts';
import { collect, formatOption, names } from '../options.ts';
import { type Output, profiling } from '../output.ts';

const formats = ['terminal', 'json', 'markdown', 'sarif'] as const;

interface CheckFlags extends EntryFlags, BaselineFlags {
  readonly format: (typeof formats)[number];
  readonly service?: string[];
  readonly failOn?: Severity;
  readonly severity?: Severity;
  readonly step?: StepId[];
  readonly only?: string[];
  readonly skip?: string[];
  readonly strict?: true;
  readonly all?: true;
  readonly quiet?: true;
  readonly color: boolean;
  readonly cwd?: string;
  readonly cache: boolean;
  readonly profile?: true;
  readonly today?: string;
}

/** `skyworthy check [PATH]`: exit code 1 if anything fails at or above the threshold. */
export function checkCommand(output: Output, exit: (code: 0 | 1) => void): Command {
  const command = new Command('check')
    .description('Judge the ten steps for each service.')
    .argument('[path]', 'the folder of the repository', '.')
    .addOption(formatOption(...formats))
    .option('--service <id|name|pattern>', 'judge this service only (repeatable)', collect);
  for (const option of entryOptions('judge one entry point, without infrastructure code')) command.addOption(option);
  return command
    .addOption(
      new Option('--fail-on <severity>', 'what keeps a step from being ready (default: "risk")').choices(severities),
    )
    .addOption(
      new Option('--severity <severity>', 'the least severity that is shown (default on a terminal: "risk")').choices(
        severities,
      ),
    )
    .option('--step <step>', 'run the checks of this step only (repeatable)', names)
    .option('--only <check>', 'run this check only (repeatable)', names)
    .option('--skip <check>', 'leave this check out (repeatable)', names)
    .option('--strict', 'count what cannot be told as a failure')
    .option('--baseline <file>', 'what stands in this file is known and does not count')
    .option('--update-baseline', 'take out of the baseline what is mended; write it if there is none')
    .option('--extend-baseline', 'take what fails now into the baseline too')
    .option('--all', 'print every problem in full, none folded away')
    .action(async (path: string, flags: CheckFlags) => {
      const report = await judge(path, flags, output);
      output.write(await render(report, path, flags, output));
      exit(report.ready ? 0 : 1);
    });
}

async function judge(path: string, flags: CheckFlags, output: Output): Promise<Report> {
  const repository = openPath(path, flags.cwd);
  const { baseline: file, updateBaseline, extendBaseline } = flags;
  const request = requestOf(flags, output);
  if (file !== undefined && (updateBaseline || extendBaseline))
    return rewriteBaseline(repository, request, { ...flags, baseline: file }, (line) => output.writeError(`${line}\n`));
  const baseline = baselineOf(flags);
  return runCheck(repository, { ...request, cache: flags.cache, ...(baseline && { baseline }) });
}

function requestOf(flags: CheckFlags, output: Output): Omit<CheckRequest, 'baseline' | 'cache'> {
  const { service, step, only, skip, failOn, severity, strict, today } = flags;
  const entry = entryOf(flags);
  return {
    ...(service && { services: service }),
    ...(step && { steps: step }),
    ...(only && { only }),
    ...(skip && { skip }),
    ...(failOn && { failOn }),
    ...(severity && { severity }),
    ...(strict && { strict }),
    ...(today && { today }),
    ...(entry && { entry }),
    ...profiling(flags.profile, output),
  };
}

async function render(
  report: Report,
  path: string,
  { format, severity, all, quiet, color }: CheckFlags,
  output: Output,
): Promise<string> {
  switch (format) {
    case 'terminal':
      return renderTerminal(report, {
        root: path,
        width: output.uncut === true ? Infinity : output.width,
        color: color && output.color,
        severity: severity ?? report.severity ?? (report.failOn === 'improvement' ? 'improvement' : 'risk'),
        all: all === true,
        quiet: quiet === true,
      });
    case 'json':
      return renderJson(report);
    case 'markdown':
      return renderMarkdown(report);
    case 'sarif': {
      const { checks } = await import('../../steps/registry.ts'); // its rules are all checks, not only those that found something
      return renderSarif(report, checks);
    }
    default:
      return assertNever(format);
  }
}
