// What the cache costs and saves: `check` cold, warm and without it, against listing the files and asking for their state.
// CPU time of whole processes, in rounds on one machine: node bench/warm.ts --clones DIR [--rounds N] [NAME…]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  options: { clones: { type: 'string' }, rounds: { type: 'string', default: '7' } },
  allowPositionals: true,
});
if (values.clones === undefined) throw new Error('usage: node bench/warm.ts --clones DIR [--rounds N] [NAME…]');
const { clones, rounds } = values;
const names = positionals.length > 0 ? positionals : ['prowler-cloud+prowler', 'getmoto+moto', 'saleor+saleor'];
const cli = join(import.meta.dirname, '../dist/skyworthy.js');
const listing = join(import.meta.dirname, 'listing.ts');
const cache = mkdtempSync(join(tmpdir(), 'skyworthy-bench-'));
const report = `process.on('exit', () => { const u = process.resourceUsage(); process.stderr.write('\\n@' + (u.userCPUTime + u.systemCPUTime)); });`;

/** CPU time of a process in milliseconds, user and system. */
function cpuMs(...args: string[]): number {
  const { stderr, status } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(report)}`, ...args],
    { encoding: 'utf8', maxBuffer: 1 << 30, env: { ...process.env, SKYWORTHY_CACHE: cache } },
  );
  if (status !== 0 && status !== 1) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr.slice(0, 500)}`);
  return Number(stderr.split('@').at(-1)) / 1000;
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;

for (const name of names) {
  const folder = join(clones, name);
  if (!existsSync(folder)) {
    console.log(`${name}: not there, skipped`);
    continue;
  }
  const all = Array.from({ length: Number(rounds) }, () => {
    const without = cpuMs(cli, 'check', folder, '--no-cache');
    rmSync(cache, { recursive: true, force: true });
    const cold = cpuMs(cli, 'check', folder);
    const warm = cpuMs(cli, 'check', folder);
    const floor = Number.parseFloat(spawnSync(process.execPath, [listing, folder], { encoding: 'utf8' }).stdout);
    return { without, cold, warm, floor, start: cpuMs(cli, '--version') };
  });
  const of = (pick: (round: (typeof all)[number]) => number): number => median(all.map(pick));
  const beyond = of(({ warm, floor, start }) => (warm - start) / floor);
  console.log(
    `${name}: without ${of((r) => r.without).toFixed(0)} ms, cold ${of((r) => r.cold).toFixed(0)} ms (×${of((r) => r.cold / r.without).toFixed(2)}), ` +
      `warm ${of((r) => r.warm).toFixed(0)} ms (×${of((r) => r.warm / r.without).toFixed(2)}); listing ${of((r) => r.floor).toFixed(0)} ms, ` +
      `start ${of((r) => r.start).toFixed(0)} ms; warm beyond start is ×${beyond.toFixed(2)} of listing`,
  );
}
rmSync(cache, { recursive: true, force: true });
