import { severities } from '../../evidence/vocabulary.ts';
import type { Report } from '../report.ts';
import { isReady } from '../state.ts';
import { causesOf, type Problem, summariseSteps } from '../summary.ts';
import { counted, listed, printable } from '../text.ts';

/** The report as Markdown, for a pull request or a job's summary: the ten steps as a table, then what fails, by check. */
export function renderMarkdown(report: Report): string {
  const { services } = report;
  const lines = [
    `# ${isReady(report) ? 'Ready' : 'Not ready'}: ${counted(services.length, 'service')}, judged for ${report.today}`,
    '',
    ...report.notes.flatMap((note) => [escaped(note), '']),
  ];
  if (services.length > 0) lines.push(...stepTable(report));
  for (const { checks, severity, problems } of causesOf(report)) {
    lines.push(`## ${listed(checks)}: ${counted(problems.length, severity)}`, '');
    for (const problem of problems) lines.push(...problemLines(problem));
    lines.push('');
  }
  if (report.unreadable.length > 0) {
    lines.push('## Could not be read', '');
    for (const { file, line, reason } of report.unreadable)
      lines.push(`- ${code(`${file}:${line}`)} ${escaped(reason)}`);
    lines.push('');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function stepTable(report: Report): string[] {
  const rows = summariseSteps(report).map(({ number, title, state, fails, unknowns }) => {
    const counts = severities
      .filter((severity) => fails[severity] > 0)
      .map((severity) => counted(fails[severity], severity));
    if (unknowns > 0) counts.push(`${unknowns} unproven`);
    return `| ${number} | ${title} | ${state.replaceAll('-', ' ')} | ${listed(counts)} |`;
  });
  return ['| | Step | State | Findings |', '|---|---|---|---|', ...rows, ''];
}

function problemLines({ at, messages, fix }: Problem): string[] {
  const mend = fix === null ? [] : [`  - ${escaped(fix.title)}`];
  return [`- ${code(`${at.file}:${at.line}`)} ${escaped(messages.join(' '))}`, ...mend];
}

/** What would be Markdown or HTML in quoted text stands as itself. */
function escaped(text: string): string {
  return printable(text).replaceAll(/[\\`*_{}[\]<>|#~]/g, String.raw`\$&`);
}

function code(text: string): string {
  return `\`${printable(text).replaceAll('`', "'")}\``;
}
