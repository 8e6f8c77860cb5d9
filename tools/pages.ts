import { renderPage } from '../src/report/renderers/page.ts';
import { checks } from '../src/steps/registry.ts';
import { steps } from '../src/steps/steps.ts';

/** The files of docs/checks: a page for each check, and the list of them by step. */
export function checkPages(): [string, string][] {
  return [['README.md', index()], ...checks.map((check): [string, string] => [`${check.id}.md`, renderPage(check)])];
}

function index(): string {
  const lines = steps.flatMap(({ id, number, title }) => {
    const own = checks.filter((check) => check.step === id);
    if (own.length === 0) return [];
    return [
      `## ${number} ${title}`,
      '',
      ...own.map((check) => `- [${check.id}](${check.id}.md) (${check.severity}): ${check.title}`),
      '',
    ];
  });
  return `${['# The checks, step by step', '', ...lines].join('\n').trimEnd()}\n`;
}
