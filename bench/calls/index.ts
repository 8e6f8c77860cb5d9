// The calls that are found in real repositories, against pinned counts; CPU time and memory against parsing all their Python
// and against the floor: node bench/calls/index.ts --clones DIR [--rounds N] [--pin] [NAME…]
// `--pin` writes the counts. Ends with 1 where fewer calls are resolved than pinned, or more are guessed or unresolved.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { CallsDocument } from '../../src/index.ts';
import { measure, median } from '../measure.ts';

const { values, positionals } = parseArgs({
  options: {
    clones: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    pin: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
if (values.clones === undefined)
  throw new Error('usage: node bench/calls/index.ts --clones DIR [--rounds N] [--pin] [NAME…]');
const { clones, rounds, pin } = values;

interface Counts {
  readonly resolved: number;
  readonly guessed: number;
  readonly unresolved: number;
}

const pinnedFile = join(import.meta.dirname, 'pinned.json');
const pinned: Record<string, Counts> = JSON.parse(readFileSync(pinnedFile, 'utf8'));
const scripts = {
  floor: join(import.meta.dirname, '../floor.ts'),
  parse: join(import.meta.dirname, 'parse.ts'),
  calls: join(import.meta.dirname, '../../dist/skyworthy.js'),
};

function countsOf({ calls, unresolved }: CallsDocument): Counts {
  const resolved = calls.filter(({ certainty }) => certainty === 'resolved').length;
  return { resolved, guessed: calls.length - resolved, unresolved: unresolved.length };
}

function isWorse(found: Counts, than: Counts): boolean {
  return found.resolved < than.resolved || found.guessed > than.guessed || found.unresolved > than.unresolved;
}

/** Measures the three in turn, so that a busy machine slows them alike. */
function bench(folder: string): { readonly counts: Counts; readonly line: string } {
  const runs = Array.from({ length: Number(rounds) }, () => ({
    floor: measure(scripts.floor, folder),
    parse: measure(scripts.parse, folder),
    calls: measure(scripts.calls, 'calls', '--no-cache', '--format', 'json', folder),
  }));
  const cpu = (which: 'floor' | 'parse' | 'calls'): number => median(runs.map((run) => run[which].cpuMs));
  const ratio = (to: 'floor' | 'parse'): string =>
    median(runs.map((run) => run.calls.cpuMs / run[to].cpuMs)).toFixed(2);
  const memory = Math.max(...runs.map(({ calls }) => calls.memoryMb));
  const times = `calls ${cpu('calls').toFixed(0)} ms CPU, parsing ${cpu('parse').toFixed(0)}, floor ${cpu('floor').toFixed(0)}`;
  const line = `${times}; ${ratio('parse')} times parsing, ${ratio('floor')} times the floor; ${memory.toFixed(0)} MB`;
  return { counts: countsOf(JSON.parse(runs[0]?.calls.output ?? '{}') as CallsDocument), line };
}

for (const name of positionals.length > 0 ? positionals : Object.keys(pinned)) {
  const folder = join(clones, name);
  if (!existsSync(folder)) {
    console.log(`${name}: not there, skipped`);
    continue;
  }
  const { counts, line } = bench(folder);
  const known = pinned[name];
  console.log(`${name}: ${line}`);
  console.log(`  found ${JSON.stringify(counts)}, pinned ${JSON.stringify(known)}`);
  if (pin) pinned[name] = counts;
  else if (known !== undefined && isWorse(counts, known)) process.exitCode = 1;
}
if (pin) writeFileSync(pinnedFile, `${JSON.stringify(pinned, null, 2)}\n`);
