import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { PythonVersion } from '../../src/syntax/python/index.ts';

/** What an interpreter says of a file: its tree as text, that it refuses it, or that it is too deep for it. */
export type Answer =
  | { readonly kind: 'ok'; readonly text: string }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'limit'; readonly message: string };

/** An interpreter's parser. */
export interface Oracle {
  readonly version: PythonVersion;
  /** The tree of the file at an absolute path, in the form of oracle.py. */
  parse(path: string): Promise<Answer>;
  close(): void;
}

const script = fileURLToPath(new URL('oracle.py', import.meta.url));

/** Whether positions are compared for a version: before 3.13 those of f-strings differ among versions. */
export const hasPositions = (version: PythonVersion): boolean => version[1] >= 13;

/** An oracle from an interpreter on the machine, by its path or name. */
export async function interpreterOracle(python: string): Promise<Oracle> {
  const version = await versionOf(python);
  const flags = hasPositions(version) ? ['--positions'] : [];
  const child = spawn(python, ['-W', 'ignore', script, ...flags], { stdio: ['pipe', 'pipe', 'inherit'] });
  const input = new ByteReader(child.stdout);
  return {
    version,
    parse: async (path) => {
      child.stdin.write(`${path}\n`);
      return readAnswer(input);
    },
    close: () => child.stdin.end(),
  };
}

async function versionOf(python: string): Promise<PythonVersion> {
  const child = spawn(python, ['-c', 'import sys; print(*sys.version_info[:2])'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  for await (const chunk of child.stdout) text += String(chunk);
  const [major, minor] = text.trim().split(' ').map(Number);
  if (major === undefined || minor === undefined) throw new Error(`${python} does not tell its version`);
  return [major, minor];
}

async function readAnswer(input: ByteReader): Promise<Answer> {
  const line = await input.line();
  const space = line.indexOf(' ');
  const kind = line.slice(0, space);
  const rest = line.slice(space + 1);
  if (kind === 'ok') return { kind, text: await input.take(Number(rest)) };
  if (kind === 'refused' || kind === 'limit') return { kind, message: rest };
  throw new Error(`oracle.py ended or answered: ${line}`);
}

/** Reads ASCII from a stream by line or by length. */
class ByteReader {
  private readonly chunks: AsyncIterator<Buffer>;
  private pending = '';

  constructor(stream: AsyncIterable<Buffer>) {
    this.chunks = stream[Symbol.asyncIterator]();
  }

  async line(): Promise<string> {
    let end = this.pending.indexOf('\n');
    while (end < 0) {
      if (!(await this.more())) return this.pending;
      end = this.pending.indexOf('\n');
    }
    const line = this.pending.slice(0, end);
    this.pending = this.pending.slice(end + 1);
    return line;
  }

  async take(length: number): Promise<string> {
    const parts = [this.pending];
    let have = this.pending.length;
    while (have < length) {
      const next = await this.chunks.next();
      if (next.done === true) break;
      const text = next.value.toString('latin1');
      parts.push(text);
      have += text.length;
    }
    const all = parts.join('');
    this.pending = all.slice(length);
    return all.slice(0, length);
  }

  private async more(): Promise<boolean> {
    const next = await this.chunks.next();
    if (next.done === true) return false;
    this.pending += next.value.toString('latin1');
    return true;
  }
}
