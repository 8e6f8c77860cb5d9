// Writes docs/precision.md from the judged draws: node bench/precision/table.ts
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checks } from '../../src/index.ts';
import unknowns from './unknowns.json' with { type: 'json' };
import { type JudgedDraw, judgedDraws } from './verdicts.ts';

const draws = judgedDraws();
if (draws.length === 0) throw new Error('no draw was judged yet');
/** What each check judged, by the last draw that asked it. */
const counts: JudgedDraw['checks'] = Object.assign({}, ...draws.map((draw) => draw.checks));
const reasons: Readonly<Record<string, string>> = unknowns.reasons;

const row = (...cells: readonly (string | number)[]): string => `| ${cells.map(cell).join(' | ')} |`;
const cell = (value: string | number): string => String(value).replaceAll('|', '\\|').replaceAll('\n', ' ');
const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);
const disputed = (rows: JudgedDraw['rows']): JudgedDraw['rows'] => rows.filter(({ verdict }) => verdict === 'disputed');

function drawLine({ seed, today, rows }: JudgedDraw): string {
  const blockers = rows.filter(({ severity }) => severity === 'blocker');
  const wrong = disputed(rows).length;
  const ofBlockers = `${disputed(blockers).length} of ${blockers.length}`;
  return row(seed, today, rows.length, wrong, percent(wrong, rows.length), ofBlockers);
}

function checkLine(id: string): string {
  const { judged = 0, failed = 0, unknown = 0 } = counts[id] ?? {};
  const verdicts = draws.map(({ rows }) => {
    const own = rows.filter(({ check }) => check === id);
    return own.length === 0 ? '' : `${own.length - disputed(own).length} of ${own.length}`;
  });
  const share = percent(unknown, judged);
  const why = unknown * 5 > judged ? (reasons[id] ?? '') : '';
  return row(`\`${id}\``, judged, failed, share, ...verdicts, why);
}

function disputedLines({ seed, rows }: JudgedDraw): string[] {
  const lines = disputed(rows).map(({ n, check, repository, at, why }) =>
    row(n, `\`${check}\``, `${repository} ${at}`, why),
  );
  return [
    `## Disputed in the draw by seed ${seed}`,
    '',
    row('', 'check', 'where', 'why'),
    row('-', '-', '-', '-'),
    ...lines,
  ];
}

function allLines({ seed, rows }: JudgedDraw): string[] {
  const lines = rows.map(({ n, check, repository, at, verdict }) => row(n, `\`${check}\``, repository, at, verdict));
  return [
    `## Every finding of the draw by seed ${seed}`,
    '',
    row('', 'check', 'repository', 'place', 'verdict'),
    row('-', '-', '-', '-', '-'),
    ...lines,
  ];
}

const page = [
  '# How often the findings are right',
  '',
  'Findings on the forty public repositories of `bench/precision/repositories.json`, chosen before the checks were written.',
  'Each draw takes failures by a fixed seed, evenly over the checks that found any (`bench/precision/draw.ts`). Readers who',
  'did not write the checks judged each from the files of the repository alone: right, or disputed, which it is too where the',
  'place, the unit or the severity is wrong. What was disputed was mended as a class, and new draws were judged anew; the',
  'verdicts are kept in `bench/precision/judged/`, and `node bench/precision/table.ts` writes this page.',
  '',
  row('seed', 'day', 'findings', 'disputed', 'share', 'blockers disputed'),
  row('-', '-', '-', '-', '-', '-'),
  ...draws.map(drawLine),
  '',
  '## By check',
  '',
  'Subjects judged, failures and the share of unknown are those of all forty repositories, at the last draw that asked the check.',
  '',
  row('check', 'judged', 'failures', 'unknown', ...draws.map(({ seed }) => `right, seed ${seed}`), 'why unknown'),
  row('-', '-', '-', '-', ...draws.map(() => '-'), '-'),
  ...checks
    .map(({ id }) => id)
    .filter((id) => id in counts)
    .map(checkLine),
  '',
  `Without a subject on the forty: ${checks
    .filter(({ id }) => !(id in counts))
    .map(({ id }) => `\`${id}\``)
    .join(', ')}.`,
  '',
  ...draws.flatMap((draw) => [...disputedLines(draw), '']),
  ...draws.flatMap((draw) => [...allLines(draw), '']),
  '',
];
writeFileSync(join(import.meta.dirname, '../../docs/precision.md'), page.join('\n'));
