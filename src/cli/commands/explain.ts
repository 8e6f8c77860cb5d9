import { Command } from 'commander';
import { UsageError } from '../../evidence/errors.ts';
import { didYouMean } from '../../evidence/nearest.ts';
import { renderPage } from '../../report/renderers/page.ts';
import { renderPageForTerminal } from '../../report/renderers/terminal-page.ts';
import type { Check } from '../../steps/define.ts';
import { steps } from '../../steps/steps.ts';
import { formatOption } from '../options.ts';
import type { Output } from '../output.ts';

interface ExplainFlags {
  readonly format: 'terminal' | 'markdown' | 'json';
  readonly color: boolean;
}

/** `skyworthy explain [CHECK]`: a check's page; without a check, the list of them by step. */
export function explainCommand(output: Output): Command {
  return new Command('explain')
    .description("Show a check's page, or list the checks.")
    .argument('[check]', 'the id of a check')
    .addOption(formatOption('terminal', 'markdown', 'json'))
    .action(async (id: string | undefined, { format, color }: ExplainFlags) => {
      const { checks } = await import('../../steps/registry.ts'); // nothing that a kept answer needs
      output.write(
        id === undefined ? listing(checks, format) : page(id, checks, format, output, color && output.color),
      );
    });
}

function page(
  id: string,
  checks: readonly Check[],
  format: ExplainFlags['format'],
  output: Output,
  color: boolean,
): string {
  const check = checks.find((candidate) => candidate.id === id);
  if (check === undefined) {
    const hint =
      didYouMean(
        id,
        checks.map((candidate) => candidate.id),
      ) || ' skyworthy explain (without a name) lists them.';
    throw new UsageError(`there is no check ${id}.${hint}`);
  }
  if (format === 'markdown') return renderPage(check);
  if (format === 'terminal') return renderPageForTerminal(check, { width: output.width, color });
  const { step, severity, clouds, title, docs } = check;
  return `${JSON.stringify({ schemaVersion: 1, check: { id, step, severity, clouds, title, ...docs } }, null, 2)}\n`;
}

function listing(checks: readonly Check[], format: ExplainFlags['format']): string {
  if (format === 'json') {
    const rows = checks.map(({ id, step, severity, clouds, title }) => ({ id, step, severity, clouds, title }));
    return `${JSON.stringify({ schemaVersion: 1, checks: rows }, null, 2)}\n`;
  }
  const lines = steps.flatMap(({ id, number, title }) => {
    const own = checks.filter((check) => check.step === id);
    const heading = format === 'markdown' ? `## ${number} ${title}\n` : `${number} ${title}`;
    if (own.length === 0) return [];
    const width = Math.max(...own.map((check) => check.id.length));
    return [
      heading,
      ...own.map((check) =>
        format === 'markdown'
          ? `- \`${check.id}\` (${check.severity}): ${check.title}`
          : `  ${check.id.padEnd(width)}  ${check.title}`,
      ),
      '',
    ];
  });
  return `${lines.join('\n').trimEnd()}\n`;
}
