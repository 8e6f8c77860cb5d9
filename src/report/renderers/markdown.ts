import { severities } from '../../evidence/vocabulary.ts';
import type { Report } from '../report.ts';
import { causesOf, type Problem, putAside, summariseSteps, unknownsOf } from '../summary.ts';
import { counted, listed } from '../text.ts';
import { markdownCode, markdownText } from './markdown-text.ts';

/** The report as Markdown, for a pull request or a job's summary: the ten steps as a table, then what fails, by check. */
export function renderMarkdown(report: Report): string {
  const { services } = report;
  const lines = [
    `# ${report.ready ? 'Ready' : 'Not ready'}: ${named(report)}, as of ${report.today}`,
    '',
    ...report.notes.flatMap((note) => [markdownText(note), '']),
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
      lines.push(`- ${markdownCode(`${at.file}:${at.line}`)} ${markdownText(message)} (${check})`);
    lines.push('');
  }
  const aside = putAside(report);
  if (aside.length > 0) lines.push(markdownText(aside.join(' ')), '');
  if (report.unreadable.length > 0) {
    lines.push('## Could not be read', '');
    for (const { file, line, reason } of report.unreadable)
      lines.push(`- ${markdownCode(`${file}:${line}`)} ${markdownText(reason)}`);
    lines.push('');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function named({ services }: Report): string {
  const [only] = services;
  return only !== undefined && services.length === 1 ? markdownText(only.id) : counted(services.length, 'service');
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
  const also = others.length === 0 ? '' : ` (with ${others.map(markdownCode).join(', ')})`;
  const mend = fix === null ? [] : [`  - Mend: ${markdownText(fix.title)}`];
  return [`- ${markdownCode(here ?? at.file)} ${markdownText(messages.join(' '))}${also}`, ...mend];
}
