import { Command, CommanderError } from 'commander';
import { ConfigurationError, UsageError } from '../evidence/errors.ts';
import { version } from '../evidence/version.ts';
import { callsCommand } from './commands/calls.ts';
import { catalogueCommand } from './commands/catalogue.ts';
import { checkCommand } from './commands/check.ts';
import { classifyCommand } from './commands/classify.ts';
import { dependenciesCommand } from './commands/dependencies.ts';
import { explainCommand } from './commands/explain.ts';
import { fixCommand } from './commands/fix.ts';
import { jobCommand } from './commands/job.ts';
import { librariesCommand } from './commands/libraries.ts';
import { matrixCommand } from './commands/matrix.ts';
import { parseCommand } from './commands/parse.ts';
import { permissionsCommand } from './commands/permissions.ts';
import { roadCommand } from './commands/road.ts';
import { servicesCommand } from './commands/services.ts';
import { skillsCommand } from './commands/skills.ts';
import { sharedOptions } from './options.ts';
import { type Output, processOutput } from './output.ts';

/** Exit codes: 0 ready or answered, 1 something fails at or above the threshold, 2 could not run. */
export type ExitCode = 0 | 1 | 2;

/** Runs the command line with these arguments (without `node` and the script) and gives the exit code. */
export async function main(args: readonly string[], output: Output = processOutput()): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = buildProgram(output, (result) => {
    code = result;
  });
  try {
    if (args.length === 0) output.write(program.helpInformation());
    else await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2; // commander has written its line
    if (error instanceof UsageError || error instanceof ConfigurationError) {
      output.writeError(`skyworthy: ${error.message}\n`);
      return 2;
    }
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    output.writeError(`skyworthy ${version} has a bug; please report it with these lines:\n${detail}\n`);
    return 2;
  }
}

function buildProgram(output: Output, exit: (code: ExitCode) => void): Command {
  const program = new Command('skyworthy')
    .description('Tells whether a Python service is ready for the cloud it is meant for.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show this help')
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => output.write(text),
      writeErr: (text) => output.writeError(text),
      getOutHelpWidth: () => output.width,
      outputError: (text, write) => write(`skyworthy: ${oneLine(text)}\n`),
    })
    .addHelpText(
      'after',
      '\nExamples:\n  skyworthy check\n  skyworthy check services/orders --step resilience\n  skyworthy explain queue-visibility-too-short\n',
    );
  for (const command of [
    checkCommand(output, exit),
    explainCommand(output),
    servicesCommand(output),
    classifyCommand(output),
    callsCommand(output),
    permissionsCommand(output),
    fixCommand(output),
    roadCommand(output),
    skillsCommand(output),
    jobCommand(output),
    librariesCommand(output),
    dependenciesCommand(output),
    parseCommand(output),
    catalogueCommand(output),
    matrixCommand(output),
  ]) {
    for (const option of sharedOptions()) command.addOption(option);
    program.addCommand(command.copyInheritedSettings(program));
  }
  return program;
}

/** Commander's messages as one line: `error: ` goes, a suggestion in brackets becomes a sentence. */
function oneLine(text: string): string {
  return text
    .trim()
    .replace(/^error: /, '')
    .replaceAll(/\s*\n\s*/g, '. ')
    .replace(/\. \((Did you mean .*\?)\)$/, '. $1 See skyworthy --help.')
    .replace(/([^.?])$/, '$1. See skyworthy --help.');
}
