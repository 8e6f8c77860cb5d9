import { join } from 'node:path';
import { check } from '../src/index.ts';
import { renderTerminal } from '../src/report/renderers/terminal.ts';

const folder = 'examples/thumbnails';

/** README.md with what the command line prints of the example, for the day on which its facts were read. */
export async function readmeWithExample(root: string, readme: string): Promise<string> {
  const report = await check(join(root, folder), { today: '2026-11-21' });
  const options = { root: folder, width: 100, color: false, severity: 'risk', all: false, quiet: false } as const;
  const output = renderTerminal(report, options).trimEnd();
  if (!/```text\n[^]*?\n```/.test(readme)) throw new Error('README.md has no text block for the example');
  return readme.replace(/```text\n[^]*?\n```/, () => `\`\`\`text\n${output}\n\`\`\``);
}
