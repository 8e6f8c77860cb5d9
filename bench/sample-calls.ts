// Draws rows of `calls` for a reader to judge blind:
//   node bench/sample-calls.ts --kind resolved|guessed|unresolved [--answers] [--count N] [--seed N] [--tests SHARE] FOLDER…
// Prints each place with the code around it; with --answers what `calls` says of the same rows, and no code. SHARE is how
// many of the rows stand in test files, from 0 to 1; without it they are drawn as they come.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type CallsDocument, type FoundCall, findCalls, type UnresolvedCall } from '../src/index.ts';

const { values, positionals } = parseArgs({
  options: {
    answers: { type: 'boolean', default: false },
    count: { type: 'string', default: '50' },
    kind: { type: 'string', default: 'resolved' },
    seed: { type: 'string', default: '1' },
    tests: { type: 'string' },
  },
  allowPositionals: true,
});
if (positionals.length === 0) throw new Error('usage: node bench/sample-calls.ts --kind KIND [--answers] FOLDER…');

type Row = FoundCall | UnresolvedCall;

/** Lines of code that are shown before and after a place. */
const around = { before: 12, after: 4 };

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

/** The rows of one kind, the places once each: several rows of a place are judged together. */
function rowsOf(document: CallsDocument): Row[][] {
  const rows: readonly Row[] =
    values.kind === 'unresolved'
      ? document.unresolved
      : document.calls.filter(({ certainty }) => certainty === values.kind);
  return [...Map.groupBy(rows, ({ file, line, column }) => `${file}\0${line}\0${column}`).values()];
}

function drawn(pool: Row[][], count: number, random: () => number): Row[][] {
  const taken: Row[][] = [];
  while (taken.length < count && pool.length > 0) taken.push(...pool.splice(Math.floor(random() * pool.length), 1));
  return taken;
}

function context(folder: string, { file, line, column }: Row): string {
  const text = readFileSync(join(folder, file.replace(/#.*/, '')), 'utf8').split('\n');
  const first = Math.max(0, line - 1 - around.before);
  const shown = text.slice(first, line + around.after).map((one, index) => {
    const mark = first + index === line - 1 ? `>${column}` : '';
    return `${mark.padStart(5)} ${one}`;
  });
  return shown.join('\n');
}

function answer(row: Row): string {
  if ('text' in row) return `${row.text} [${row.reason}]`;
  const { service, operation, through, identity, arguments: passed } = row;
  return `${service}.${operation} ${through ?? ''} ${JSON.stringify(identity)} ${JSON.stringify(passed)}`;
}

for (const folder of positionals) {
  const random = generator(Number(values.seed));
  const pool = rowsOf(await findCalls(folder, { cache: false }));
  const count = Number(values.count);
  const size = pool.length;
  const share = values.tests === undefined ? undefined : Math.round(count * Number(values.tests));
  const isTest = ([row]: Row[]): boolean => row?.test === true;
  const picked =
    share === undefined
      ? drawn(pool, count, random)
      : [
          ...drawn(pool.filter(isTest), share, random),
          ...drawn(
            pool.filter((rows) => !isTest(rows)),
            count - share,
            random,
          ),
        ];
  console.log(`${basename(folder)}: ${picked.length} of ${size} ${values.kind} places, seed ${values.seed}`);
  picked.forEach((rows, index) => {
    const [row] = rows;
    if (row === undefined) return;
    console.log(`\n${index + 1}. ${row.file}:${row.line}:${row.column}`);
    console.log(values.answers ? rows.map(answer).join('\n') : context(folder, row));
  });
}
