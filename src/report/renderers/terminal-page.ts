import type { Check, Example } from '../../steps/define.ts';
import { stepTitle } from '../../steps/steps.ts';
import { wrap } from '../text.ts';
import { type Paint, painter } from './paint.ts';

/** A check's page for a terminal: what and why, what to do, and its examples as indented files. */
export function renderPageForTerminal(
  check: Check,
  options: { readonly width: number; readonly color: boolean },
): string {
  const { id, title, docs, step, severity, clouds } = check;
  const paint = painter(options.color);
  const paragraph = (text: string): string[] => wrap(text, Math.min(options.width, 100) - 2).map((line) => `  ${line}`);
  const section = (heading: string, lines: readonly string[]): string[] => ['', paint.bold(heading), ...lines];
  return [
    paint.bold(id),
    ...paragraph(`${title}.`),
    ...paragraph(`Step: ${stepTitle(step)}. Severity: ${severity}. Clouds: ${clouds.join(', ')}.`),
    ...section('Why', paragraph(docs.why)),
    ...section('What to do', paragraph(docs.fix)),
    ...section('When it does not apply', paragraph(docs.whenNone)),
    ...section(
      'What it finds',
      docs.bad.flatMap((example) => exampleLines(example, paint.red('✗'), paint)),
    ),
    ...section(
      'What it leaves alone',
      docs.good.flatMap((example) => exampleLines(example, paint.green('✓'), paint)),
    ),
    ...section(
      'Sources',
      docs.sources.map((source) => `  ${source}`),
    ),
    '',
  ].join('\n');
}

function exampleLines({ title, files, today }: Example, mark: string, paint: Paint): string[] {
  const day = today === undefined ? '' : ` (judged for ${today})`;
  const texts = Object.entries(files).flatMap(([file, text]) => [
    `    ${paint.cyan(file)}`,
    ...text
      .trimEnd()
      .split('\n')
      .map((line) => `      ${line}`.trimEnd()),
  ]);
  return [`  ${mark} ${title}${day}`, ...texts];
}
