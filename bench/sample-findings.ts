// Draws findings for a reader to judge: node bench/sample-findings.ts --clones DIR [--count N] [--seed N] NAME…
// Failures are drawn by a fixed seed, spread evenly over the checks; the share of unknowns stands beside each check.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { check, type FailFinding } from '../src/index.ts';

const { values, positionals } = parseArgs({
  options: {
    clones: { type: 'string' },
    count: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    today: { type: 'string', default: '2026-11-21' },
  },
  allowPositionals: true,
});
const { clones } = values;
if (clones === undefined || positionals.length === 0) {
  throw new Error('usage: node bench/sample-findings.ts --clones DIR [--count N] [--seed N] NAME…');
}

/** Mulberry32: the same numbers from the same seed on every machine. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Drawn {
  readonly repository: string;
  readonly service: string;
  readonly finding: FailFinding;
}

const random = generator(Number(values.seed));
const fails = new Map<string, Drawn[]>();
const counts = new Map<string, { judged: number; unknown: number }>();
for (const repository of positionals) {
  const report = await check(join(clones, repository), { today: values.today });
  for (const { id, findings } of report.services) {
    for (const finding of findings) {
      if (finding.verdict === 'not-applicable') continue;
      const count = counts.get(finding.check) ?? { judged: 0, unknown: 0 };
      count.judged++;
      if (finding.verdict === 'unknown') count.unknown++;
      counts.set(finding.check, count);
      if (finding.verdict === 'fail') {
        fails.set(finding.check, [...(fails.get(finding.check) ?? []), { repository, service: id, finding }]);
      }
    }
  }
}

const drawn: Drawn[] = [];
const pools = [...fails.values()];
while (drawn.length < Number(values.count) && pools.some((pool) => pool.length > 0)) {
  for (const pool of pools) {
    if (pool.length > 0 && drawn.length < Number(values.count)) {
      drawn.push(...pool.splice(Math.floor(random() * pool.length), 1));
    }
  }
}
console.log(`seed ${values.seed}, ${drawn.length} of ${[...fails.values()].flat().length + drawn.length} failures`);
for (const [id, { judged, unknown }] of [...counts].sort()) console.log(`${id}: ${judged} judged, ${unknown} unknown`);
drawn.forEach(({ repository, service, finding }, index) => {
  const { check: id, severity, at, message, evidence } = finding;
  const places = evidence.map(({ file, line, text, how }) => `${file}:${line} [${how}] ${text}`).join(' | ');
  console.log(
    `\n${index + 1}. ${repository} ${service}\n   ${severity} ${id} at ${at.file}:${at.line}\n   ${message}\n   ${places}`,
  );
});
