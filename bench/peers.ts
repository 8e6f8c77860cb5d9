// CPU time and peak memory of `check` beside those of tools that teams run today, on the same trees and one machine:
// node bench/peers.ts --clones DIR [--tools DIR] [--rounds N] [NAME…]. --tools is the folder of their commands, else PATH.
// Each is given as a ratio to the floor too: the listing, reading and scanning of the same tree (bench/floor.ts).
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findCommand } from './compare/tool.ts';
import { median } from './measure.ts';

const { values, positionals } = parseArgs({
  options: {
    clones: { type: 'string' },
    tools: { type: 'string' },
    rounds: { type: 'string', default: '5' },
  },
  allowPositionals: true,
});
const { clones, rounds } = values;
if (clones === undefined) throw new Error('usage: node bench/peers.ts --clones DIR [--tools DIR] [--rounds N] [NAME…]');

const usual = ['prowler-cloud+prowler', 'getmoto+moto', 'saleor+saleor'];
const bench = { bin: values.tools && resolve(values.tools), keep: undefined };
const cli = join(import.meta.dirname, '../dist/skyworthy.js');
const floor = join(import.meta.dirname, 'floor.ts');

/** What is run in the repository's folder; a name that cannot be found is left out. */
const commands: readonly (readonly [string, ...string[]])[] = [
  [process.execPath, floor, '.'],
  [process.execPath, cli, 'check', '--no-cache'],
  ['ruff', 'check', '--no-cache', '--quiet', '.'],
  ['deptry', '.'],
  ['bandit', '--recursive', '--quiet', '.'],
];

/** One process and its children: CPU seconds and the largest resident set in KiB, by the operating system. */
const meter = `import resource, subprocess, sys
ended = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss, ended)`;

interface Run {
  readonly cpuMs: number;
  readonly memoryMb: number;
  readonly wallMs: number;
}

/** Runs a command in a folder; undefined where it ends with another code than 0 or 1. */
function run(folder: string, command: string, args: readonly string[]): Run | undefined {
  const start = performance.now();
  const { stdout } = spawnSync('python3', ['-c', meter, command, ...args], { cwd: folder, encoding: 'utf8' });
  const [seconds = 0, kib = 0, ended = 2] = stdout.split(' ').map(Number);
  if (ended > 1) return undefined;
  return { cpuMs: seconds * 1000, memoryMb: kib / 1024, wallMs: performance.now() - start };
}

/** So long is one tool run again on one repository. */
const patienceMs = 60_000;

/** Several runs of one command, fewer where it is slow; none where it fails. */
function runs(folder: string, command: string, args: readonly string[]): Run[] {
  const all: Run[] = [];
  while (all.length < Number(rounds) && all.reduce((sum, { wallMs }) => sum + wallMs, 0) < patienceMs) {
    const one = run(folder, command, args);
    if (one === undefined) break;
    all.push(one);
  }
  return all;
}

console.log(
  '| repository | | CPU ms | to the floor | to check | peak MB | runs |\n| --- | --- | --- | --- | --- | --- | --- |',
);
for (const name of positionals.length > 0 ? positionals : usual) {
  const folder = resolve(clones, name);
  const measured = new Map<string, Run[]>();
  for (const [tool, ...args] of commands) {
    const command = existsSync(tool) ? tool : findCommand(tool, bench);
    const label = args[0] === floor ? 'floor' : args[0] === cli ? 'skyworthy check' : tool;
    if (command !== undefined) measured.set(label, runs(folder, command, args));
  }
  const cpu = (label: string): number => median((measured.get(label) ?? []).map(({ cpuMs }) => cpuMs));
  for (const [label, all] of measured) {
    const ratios = ['floor', 'skyworthy check'].map((other) => (cpu(label) / cpu(other)).toFixed(2));
    const memory = Math.max(...all.map(({ memoryMb }) => memoryMb)).toFixed(0);
    const cells =
      all.length === 0 ? ['failed', '', '', '', '0'] : [cpu(label).toFixed(0), ...ratios, memory, all.length];
    console.log(`| ${[name, label, ...cells].join(' | ')} |`);
  }
}
