import { type ExitCode, main } from '../src/cli/main.ts';
import { type Files, testDay } from './judge-files.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** What a command printed, and its exit code. */
export interface Outcome {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line on a terminal of 80 columns. */
export async function run(args: readonly string[], terminal = { width: 80, color: false }): Promise<Outcome> {
  const written = { out: '', err: '' };
  const code = await main(args, {
    ...terminal,
    write: (text) => void (written.out += text),
    writeError: (text) => void (written.err += text),
  });
  return { code, ...written };
}

/** Runs `check` on files in a new folder, for `testDay`. */
export function runCheck(files: Files, ...args: readonly string[]): Promise<Outcome> {
  return run(['check', '.', '--cwd', temporaryFolder(files), '--today', testDay, ...args]);
}
