import type { Cloud } from '../../evidence/vocabulary.ts';
import type { Check, Example } from '../../steps/define.ts';
import { stepTitle } from '../../steps/steps.ts';

const cloudTitles: Readonly<Record<Cloud, string>> = {
  aws: 'AWS',
  azure: 'Azure',
  gcp: 'Google Cloud',
  kubernetes: 'Kubernetes',
  other: 'other platforms',
  none: 'code without a platform',
};

/** A check's page as Markdown: docs/checks, `explain`, and the help of its rule in SARIF. */
export function renderPage(check: Check): string {
  const { id, title, docs, severity, step, clouds } = check;
  const lines = [
    `# ${id}`,
    '',
    `${title}.`,
    '',
    `Step: ${stepTitle(step)}. Severity: ${severity}. For: ${clouds.map((cloud) => cloudTitles[cloud]).join(', ')}.`,
    '',
    '## Why',
    '',
    docs.why,
    '',
    '## What to do',
    '',
    docs.fix,
    '',
    '## When it does not apply',
    '',
    docs.whenNone,
    '',
    ...examples('What it finds', docs.bad),
    ...examples('What it leaves alone', docs.good),
    '## Sources',
    '',
    ...docs.sources.map((source) => `- <${source}>`),
  ];
  return `${lines.join('\n')}\n`;
}

function examples(heading: string, all: readonly Example[]): string[] {
  return [`## ${heading}`, '', ...all.flatMap(example)];
}

function example({ title, files, today }: Example): string[] {
  const day = today === undefined ? '' : ` (judged for ${today})`;
  const blocks = Object.entries(files).flatMap(([file, text]) => [
    `\`${file}\``,
    '',
    `\`\`\`${languageOf(file)}`,
    text.trimEnd(),
    '```',
    '',
  ]);
  return [`### ${title}${day}`, '', ...blocks];
}

const languages: Readonly<Record<string, string>> = {
  yaml: 'yaml',
  yml: 'yaml',
  json: 'json',
  toml: 'toml',
  py: 'python',
  lock: 'toml',
  Dockerfile: 'dockerfile',
};

function languageOf(file: string): string {
  return languages[file.split(/[./]/).at(-1) ?? ''] ?? 'text';
}
