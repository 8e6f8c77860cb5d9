import type { Compared, Standing } from './compared.ts';
import type { Topic } from './row.ts';

/** Columns and what counts in each. */
const columns: readonly (readonly [string, readonly Standing[]])[] = [
  ['both', ['both']],
  [
    'theirs only',
    [
      'theirs, we pass',
      'theirs, we cannot tell',
      'theirs, does not apply with us',
      'theirs, outside what we judge',
      'theirs, among tests and samples',
      'theirs, we say nothing',
    ],
  ],
  ['we pass', ['theirs, we pass']],
  ['we cannot tell', ['theirs, we cannot tell']],
  ['not applicable', ['theirs, does not apply with us']],
  ['outside', ['theirs, outside what we judge']],
  ['apart', ['theirs, among tests and samples']],
  ['we say nothing', ['theirs, we say nothing']],
  ['ours only', ['ours, they pass', 'ours, they say nothing']],
  ['they pass', ['ours, they pass']],
  ['they say nothing', ['ours, they say nothing']],
];

/** What was compared by whom. */
export interface Line {
  readonly topic: Topic;
  readonly tool: string;
  readonly checks: readonly string[];
  /** The tool was run. */
  readonly ran: boolean;
}

/** A Markdown table: a line for each topic, a column for each way in which the sides stand to each other. */
export function table(lines: readonly Line[], all: readonly Compared[]): string {
  const head = ['topic', 'their tool', 'our check', ...columns.map(([title]) => title)];
  const body = lines.map(({ topic, tool, checks, ran }) => {
    const own = all.filter((one) => one.topic === topic);
    const counts = columns.map(([, standings]) => own.filter(({ standing }) => standings.includes(standing)).length);
    const cells = ran ? counts.map(String) : counts.map(() => 'not run');
    return [topic, tool, checks.join(', ') || 'none yet', ...cells];
  });
  return [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
