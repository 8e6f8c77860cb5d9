/** Where a command writes, and what that place can show. */
export interface Output {
  write(text: string): void;
  writeError(text: string): void;
  /** Columns of the terminal; 80 where it is none. */
  readonly width: number;
  /** True where it is no terminal and nobody said how wide it is: lines need not be cut. */
  readonly uncut?: boolean;
  /** True if colours are wanted by default. */
  readonly color: boolean;
}

/** The process's own streams. Colours go to a terminal only, unless FORCE_COLOR asks for them; NO_COLOR refuses them. */
export function processOutput(): Output {
  const { stdout, stderr, env } = process;
  // A reader that has seen enough (`| head`) closes the pipe: that is no error.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const forced = env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0';
  const refused = (env['NO_COLOR'] ?? '') !== '';
  const told = stdout.columns ?? Number(env['COLUMNS']);
  return {
    write: (text) => void stdout.write(text),
    writeError: (text) => void stderr.write(text),
    width: told || 80,
    uncut: !told,
    color: !refused && (forced || (stdout.isTTY && env['TERM'] !== 'dumb')),
  };
}

/** Where a run tells how long its phases took, and why nothing is kept: on standard error, if somebody asked (`--profile`). */
export function profiling(asked: true | undefined, output: Output): Profiling {
  if (asked === undefined) return {};
  return {
    onTiming: (phase, milliseconds) => output.writeError(`${phase.padEnd(24)} ${milliseconds.toFixed(1)} ms\n`),
    onNotice: (message) => output.writeError(`${message}\n`),
  };
}

interface Profiling {
  readonly onTiming?: (phase: string, milliseconds: number) => void;
  readonly onNotice?: (message: string) => void;
}
