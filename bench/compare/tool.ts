import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Row, Topic } from './row.ts';

/** Another tool: what it judges of what we judge, and how its answers are read. */
export interface Tool {
  readonly name: string;
  readonly topics: readonly Topic[];
  /** What it says of a repository. */
  rows(folder: string, run: Run): Promise<readonly Row[]>;
}

/** Runs the tool in a folder and gives what it prints; empty where it cannot be started or ends without an answer. */
export type Run = (folder: string, ...args: readonly string[]) => string;

/** Where the tools are, and where their answers are kept for the next time. */
export interface Bench {
  readonly bin: string | undefined;
  readonly keep: string | undefined;
}

/** The command's path, in the given folder or on PATH; undefined where it is in neither. */
export function findCommand(name: string, { bin }: Bench): string | undefined {
  const folders = bin === undefined ? (process.env['PATH'] ?? '').split(delimiter) : [bin];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

const patience = 1_800_000;

/** Stands among the arguments for a file into which the tool writes its answer instead of printing it. */
export const answerFile = '{answer}';

/** A way to run a command whose answers are kept, by what was asked. */
export function runner(command: string, { keep }: Bench): Run {
  return (folder, ...args) => {
    const asked = createHash('sha256')
      .update(JSON.stringify([command, folder, args]))
      .digest('hex');
    const kept = keep === undefined ? undefined : join(keep, asked.slice(0, 24));
    if (kept !== undefined && existsSync(kept)) return readFileSync(kept, 'utf8');
    const answer = ask(command, folder, args);
    if (keep !== undefined && kept !== undefined) {
      mkdirSync(keep, { recursive: true });
      writeFileSync(kept, answer);
    }
    return answer;
  };
}

function ask(command: string, folder: string, args: readonly string[]): string {
  const own = mkdtempSync(join(tmpdir(), 'compare-'));
  const file = join(own, 'answer');
  const { stdout } = spawnSync(
    command,
    args.map((arg) => (arg === answerFile ? file : arg)),
    { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 30, timeout: patience, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const written = existsSync(file) ? readFileSync(file, 'utf8') : (stdout ?? '');
  rmSync(own, { recursive: true });
  return written;
}

/** What a tool prints as JSON; undefined where that is none. */
export function parseJson<T>(text: string): T | undefined {
  try {
    return JSON.parse(text) as T;
  } catch {
    return undefined;
  }
}
