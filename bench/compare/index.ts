// Our checks beside those of other tools on the ground that they share, on the same trees:
// node bench/compare/index.ts --clones DIR [--tools DIR] [--keep DIR] [--rows FILE] [--today DATE] [NAME…]
// --tools is the folder of their commands (else PATH), --keep holds their answers for the next run, --rows gets a JSON line
// for each thing that one side fails. Without names, on the repositories of bench/precision.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { cfnLint } from './cfn-lint.ts';
import { checkov } from './checkov.ts';
import { type Compared, compare } from './compared.ts';
import { deptry } from './deptry.ts';
import { answersFor, checksOf } from './ours.ts';
import { table } from './table.ts';
import { type Bench, findCommand, type Run, runner, type Tool } from './tool.ts';
import { vermin } from './vermin.ts';
import { zizmor } from './zizmor.ts';

const tools = [cfnLint, checkov, vermin, deptry, zizmor];

const { values, positionals } = parseArgs({
  options: {
    clones: { type: 'string' },
    tools: { type: 'string' },
    keep: { type: 'string' },
    rows: { type: 'string' },
    only: { type: 'string', multiple: true },
    today: { type: 'string', default: new Date().toISOString().slice(0, 10) },
  },
  allowPositionals: true,
});
if (values.clones === undefined)
  throw new Error('usage: node bench/compare/index.ts --clones DIR [--tools DIR] [NAME…]');

const bench: Bench = { bin: values.tools && resolve(values.tools), keep: values.keep && resolve(values.keep) };
const asked = tools.filter(({ name }) => values.only === undefined || values.only.includes(name));
const found = asked.flatMap((tool): [Tool, Run][] => {
  const command = findCommand(tool.name, bench);
  return command === undefined ? [] : [[tool, runner(command, bench)]];
});

const all: Compared[] = [];
for (const repository of positionals.length > 0 ? positionals : fixedList()) {
  const folder = resolve(values.clones, repository);
  if (!existsSync(folder)) {
    console.error(`${repository}: not there, skipped`);
    continue;
  }
  const theirs = [];
  for (const [tool, run] of found) theirs.push(...(await tool.rows(folder, run)));
  const { answers, apart } = await answersFor(folder, values.today);
  const topics = new Set(found.flatMap(([{ topics: some }]) => some));
  const ours = answers.filter(({ topic }) => topics.has(topic));
  const compared = compare({ repository, theirs, ours, apart });
  console.error(`${repository}: ${compared.length} things`);
  all.push(...compared);
}

for (const [tool, run] of found)
  console.log(`- ${tool.name} ${/\d+\.\d+[\w.]*/.exec(run('.', '--version'))?.[0] ?? ''}`);
const lines = asked.flatMap((tool) =>
  tool.topics.map((topic) => ({
    topic,
    tool: tool.name,
    checks: checksOf(topic),
    ran: found.some(([one]) => one === tool),
  })),
);
console.log(`\n${table(lines, all)}`);
if (values.rows !== undefined) writeFileSync(values.rows, all.map((one) => `${JSON.stringify(one)}\n`).join(''));

/** The repositories on which the checks are judged, as folders `OWNER+NAME`. */
function fixedList(): string[] {
  const file = join(import.meta.dirname, '../precision/repositories.json');
  const { repositories } = JSON.parse(readFileSync(file, 'utf8')) as { repositories: { name: string }[] };
  return repositories.map(({ name }) => name.replace('/', '+'));
}
