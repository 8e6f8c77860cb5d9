import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { median, type Usage } from './measure.ts';

/** Our process and the floor under it, for one repository. */
interface Pair {
  readonly floor: (folder: string) => Usage;
  readonly own: (folder: string) => Usage;
}

/**
 * Runs both in turn on each repository that the command line names (`--clones DIR [--rounds N] [NAME…]`) and prints how
 * they compare; without names, on those in `usual`, or on all that there are.
 */
export function comparePairs(what: string, usual: readonly string[] | undefined, { floor, own }: Pair): void {
  const { values, positionals } = parseArgs({
    options: { clones: { type: 'string' }, rounds: { type: 'string', default: '5' } },
    allowPositionals: true,
  });
  const { clones, rounds } = values;
  if (clones === undefined) throw new Error('usage: --clones DIR [--rounds N] [NAME…]');
  const names = positionals.length > 0 ? positionals : (usual ?? readdirSync(clones).sort());
  for (const name of names) {
    const folder = join(clones, name);
    if (!existsSync(folder)) {
      console.log(`${name}: not there, skipped`);
      continue;
    }
    const pairs = Array.from({ length: Number(rounds) }, () => ({ low: floor(folder), high: own(folder) }));
    const low = median(pairs.map((pair) => pair.low.cpuMs));
    const high = median(pairs.map((pair) => pair.high.cpuMs));
    const ratio = median(pairs.map((pair) => pair.high.cpuMs / pair.low.cpuMs));
    const memory = Math.max(...pairs.map((pair) => pair.high.memoryMb));
    const wall = median(pairs.map((pair) => pair.high.wallMs));
    console.log(
      `${name}: ${what} ${high.toFixed(0)} ms CPU (${wall.toFixed(0)} ms wall), floor ${low.toFixed(0)} ms, ratio ${ratio.toFixed(2)}, ${memory.toFixed(0)} MB`,
    );
  }
}
