// CPU time and memory of `check` against the floor, in pairs on one machine: node bench/check.ts --clones DIR [NAME…]
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measure, median } from './measure.ts';

const { values, positionals } = parseArgs({
  options: { clones: { type: 'string' }, rounds: { type: 'string', default: '5' } },
  allowPositionals: true,
});
if (values.clones === undefined) throw new Error('usage: node bench/check.ts --clones DIR [--rounds N] [NAME…]');
const { clones, rounds } = values;
const names = positionals.length > 0 ? positionals : readdirSync(clones).sort();
const floor = join(import.meta.dirname, 'floor.ts');
const cli = join(import.meta.dirname, '../dist/skyworthy.js');

for (const name of names) {
  const folder = join(clones, name);
  if (!existsSync(folder)) {
    console.log(`${name}: not there, skipped`);
    continue;
  }
  const pairs = Array.from({ length: Number(rounds) }, () => ({
    low: measure(floor, folder),
    own: measure(cli, 'check', '--no-cache', folder),
  }));
  const low = median(pairs.map((pair) => pair.low.cpuMs));
  const own = median(pairs.map((pair) => pair.own.cpuMs));
  const ratio = median(pairs.map((pair) => pair.own.cpuMs / pair.low.cpuMs));
  const memory = Math.max(...pairs.map((pair) => pair.own.memoryMb));
  const wall = median(pairs.map((pair) => pair.own.wallMs));
  console.log(
    `${name}: check ${own.toFixed(0)} ms CPU (${wall.toFixed(0)} ms wall), floor ${low.toFixed(0)} ms, ratio ${ratio.toFixed(2)}, ${memory.toFixed(0)} MB`,
  );
}
