import { severities } from '../../evidence/vocabulary.ts';
import type { Report } from '../report.ts';
import { causesOf, type Problem, summariseSteps, unknownsOf } from '../summary.ts';
import { counted, listed, printable } from '../text.ts';

/** The report as Markdown, for a pull request or a job's summary: the ten steps as a table, then what fails, by check. */
export function renderMarkdown(report: Report): string {
  const { services } = report;
  const lines = [
    `# ${report.ready ? 'Ready' : 'Not ready'}: ${named(report)}, as of ${report.today}`,
    '',
    ...report.notes.flatMap((note) => [escaped(note), '']),
  ];
  if (services.length > 0) lines.push(...stepTable(report));
  for (const { checks, severity, problems } of causesOf(report)) {
    lines.push(`## ${listed(checks)}: ${counted(problems.length, severity)}`, '');
    for (const problem of problems) lines.push(...problemLines(problem));
    lines.push('');
  }
  const unknowns = unknownsOf(report);
  if (unknowns.length > 0) {
    lines.push(`## Unproven: ${unknowns.length}`, '');
    for (const { check, at, message } of unknowns)
      lines.push(`- ${code(`${at.file}:${at.line}`)} ${escaped(message)} (${check})`);
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

function named({ services }: Report): string {
  const [only] = services;
  return only !== undefined && services.length === 1 ? escaped(only.id) : counted(services.length, 'service');
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

function problemLines({ at, messages, evidence, fix }: Problem): string[] {
  const [here, ...others] = [
    ...new Set([`${at.file}:${at.line}`, ...evidence.map(({ file, line }) => `${file}:${line}`)]),
  ];
  const also = others.length === 0 ? '' : ` (with ${others.map(code).join(', ')})`;
  const mend = fix === null ? [] : [`  - Mend: ${escaped(fix.title)}`];
  return [`- ${code(here ?? at.file)} ${escaped(messages.join(' '))}${also}`, ...mend];
}

/** What would be Markdown or HTML in quoted text stands as itself. */
function escaped(text: string): string {
  return printable(text).replaceAll(/[\\`*_{}[\]<|#~]/g, String.raw`\$&`);
}

function code(text: string): string {
  return `\`${printable(text).replaceAll('`', "'")}\``;
}
