import { spawnSync } from 'node:child_process';

/** What a whole process took, and what it printed. */
export interface Usage {
  /** CPU time, user and system. */
  readonly cpuMs: number;
  readonly wallMs: number;
  /** Peak memory. */
  readonly memoryMb: number;
  readonly output: string;
}

/** Runs a script and measures its whole process. Throws where it ends with another code than 0 or 1. */
export function measure(script: string, ...args: string[]): Usage {
  const report = `process.on('exit', () => { const u = process.resourceUsage(); process.stderr.write('\\n@' + (u.userCPUTime + u.systemCPUTime) + ' ' + u.maxRSS); });`;
  const start = performance.now();
  const { stderr, stdout, status } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(report)}`, script, ...args],
    { encoding: 'utf8', maxBuffer: 1 << 30 },
  );
  if (status !== 0 && status !== 1) throw new Error(`${script} ended with ${status}: ${stderr.slice(0, 500)}`);
  const [cpu = 0, memory = 0] = (stderr.split('@').at(-1) ?? '').split(' ').map(Number);
  return { cpuMs: cpu / 1000, wallMs: performance.now() - start, memoryMb: memory / 1024, output: stdout };
}

/** The middle one of some numbers; 0 if there are none. */
export function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
