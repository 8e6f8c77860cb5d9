// Draws findings for readers to judge: node bench/precision/draw.ts --clones DIR [--count N] [--seed N] [--only ID,ID] [NAME…]
// Without names, from all repositories of repositories.json. Failures are drawn by a fixed seed, evenly over the checks;
// one that several services share counts once. Prints JSON: what was judged by each check, and the draw.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { check, type FailFinding } from '../../src/index.ts';
import { generator } from './random.ts';
import repositories from './repositories.json' with { type: 'json' };
import type { CheckCount, Draw, DrawnFinding } from './verdicts.ts';

const { values, positionals } = parseArgs({
  options: {
    clones: { type: 'string' },
    count: { type: 'string', default: '300' },
    only: { type: 'string' },
    seed: { type: 'string', default: '1' },
    today: { type: 'string', default: '2026-11-21' },
  },
  allowPositionals: true,
});
const { clones } = values;
if (clones === undefined)
  throw new Error('usage: node bench/precision/draw.ts --clones DIR [--count N] [--seed N] [NAME…]');
const only = values.only?.split(',');
const names = positionals.length > 0 ? positionals : repositories.repositories.map(({ name }) => name);

type Found = Omit<DrawnFinding, 'n'>;
const fails = new Map<string, Map<string, Found>>();
const counts = new Map<string, CheckCount>();

function describe(repository: string, service: string, finding: FailFinding): Found {
  const { check: id, severity, at, message, evidence } = finding;
  return {
    repository,
    service,
    check: id,
    severity,
    at: `${at.file}:${at.line}`,
    message,
    evidence: evidence.map(({ file, line, text, how }) => `${file}:${line} [${how}] ${text}`),
  };
}

for (const name of names) {
  const report = await check(join(clones, name.replace('/', '+')), { today: values.today });
  for (const { id, findings } of [...report.services, { id: '', findings: report.repository.findings }]) {
    for (const finding of findings) {
      if (finding.verdict === 'not-applicable' || (only !== undefined && !only.includes(finding.check))) continue;
      const count = counts.get(finding.check) ?? { judged: 0, failed: 0, unknown: 0 };
      count.judged++;
      if (finding.verdict === 'unknown') count.unknown++;
      if (finding.verdict === 'fail') {
        count.failed++;
        const found = describe(name, id, finding);
        const pool = fails.get(finding.check) ?? new Map<string, Found>();
        pool.set([name, found.at, found.message].join('\n'), found);
        fails.set(finding.check, pool);
      }
      counts.set(finding.check, count);
    }
  }
}

const random = generator(Number(values.seed));
const pools = [...fails].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, pool]) => [...pool.values()]);
const drawn: DrawnFinding[] = [];
while (drawn.length < Number(values.count) && pools.some((pool) => pool.length > 0)) {
  for (const pool of pools) {
    if (pool.length === 0 || drawn.length === Number(values.count)) continue;
    const [found] = pool.splice(Math.floor(random() * pool.length), 1);
    if (found !== undefined) drawn.push({ n: drawn.length + 1, ...found });
  }
}
const draw: Draw = {
  seed: Number(values.seed),
  today: values.today,
  checks: Object.fromEntries([...counts].sort()),
  drawn,
};
console.log(JSON.stringify(draw, null, 1));
