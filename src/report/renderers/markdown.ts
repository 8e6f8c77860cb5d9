import { severities } from '../../evidence/vocabulary.ts';
import type { Report } from '../report.ts';
import { serviceLabels } from '../service-labels.ts';
import { causesOf, type Problem, putAside, summariseSteps, unknownsOf } from '../summary.ts';
import { counted, listed } from '../text.ts';
import { verdictOf } from '../verdict.ts';
import { markdownCode, markdownText } from './markdown-text.ts';

/** The report as Markdown, for a pull request or a job's summary: the ten steps as a table, then what fails, by check. */
export function renderMarkdown(report: Report): string {
  const { services } = report;
  const causes = causesOf(report);
  const labelOf = serviceLabels(report);
  const { words, rest } = verdictOf(report, causes);
  const lines = [
    `# ${report.ready ? 'Ready' : 'Not ready'}: ${named(report)}, as of ${report.today}`,
    '',
    ...(services.length === 0 && report.ready ? [] : [`${words}${rest}`, '']),
    ...report.notes.flatMap((note) => [markdownText(note), '']),
  ];
  if (services.length > 0) lines.push(...stepTable(report));
  for (const { checks, severity, problems } of causes) {
    lines.push(`## ${listed(checks)}: ${counted(problems.length, severity)}`, '');
    for (const problem of problems) lines.push(...problemLines(problem, labelOf(problem.services)));
    lines.push('');
  }
  const unknowns = unknownsOf(report);
  if (unknowns.length > 0) {
    lines.push(`## Unproven: ${unknowns.length}`, '');
    for (const { check, at, message, services: ids } of unknowns)
      lines.push(`- ${placed(at, labelOf(ids))} ${markdownText(message)} (${check})`);
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

/** A place, and whose it is. */
function placed({ file, line }: Problem['at'], service: string): string {
  return markdownCode(`${file}:${line}`) + (service === '' ? '' : ` (${markdownText(service)})`);
}

function problemLines({ at, messages, evidence, fix }: Problem, service: string): string[] {
  const here = `${at.file}:${at.line}`;
  const others = [...new Set(evidence.map(({ file, line }) => `${file}:${line}`))].filter((place) => place !== here);
  const also = others.length === 0 ? '' : ` (with ${others.map(markdownCode).join(', ')})`;
  const mend = fix === null ? [] : [`  - Mend: ${markdownText(fix.title)}`];
  return [`- ${placed(at, service)} ${markdownText(messages.join(' '))}${also}`, ...mend];
}
