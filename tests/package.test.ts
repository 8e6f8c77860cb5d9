// What npm pack makes, installed into an empty folder, runs on the oldest Node that it supports (oracles/node22).
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { oldestNode, version } from '../src/evidence/version.ts';

const root = join(import.meta.dirname, '..');
const node22 = join(root, 'oracles/node22/node_modules/.bin/node');
const windows = process.platform === 'win32';

function run(program: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8', shell: windows });
  expect(status, stderr).toBe(0);
  return stdout;
}

describe('the package', () => {
  test('its version is the one that the source states', () => {
    expect(version).toBe(packageJson.version);
    expect(packageJson.engines.node).toMatch(new RegExp(`^>=${oldestNode}\\.`));
  });

  test.skipIf(!existsSync(node22))(
    'packed and installed elsewhere, it runs on Node 22 (skipped without it: npm ci --prefix oracles/node22)',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'skyworthy-package-'));
      run('npm', ['pack', '--silent', '--pack-destination', folder], root);
      const [archive = ''] = readdirSync(folder);
      writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
      run('npm', ['install', '--silent', '--no-audit', '--no-fund', `./${archive}`], folder);
      expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['skyworthy']);
      const bin = join(folder, 'node_modules/skyworthy/dist/skyworthy.js');
      expect(run(node22, ['--version'], folder)).toMatch(/^v22\./);
      expect(run(node22, [bin, '--version'], folder).trim()).toBe(version);
      expect(run(node22, [bin, 'matrix', '--format', 'json'], folder)).toContain('"credential-mechanism"');
      writeFileSync(join(folder, 'app.py'), 'import boto3\n');
      writeFileSync(
        join(folder, 'use.js'),
        "import { check } from 'skyworthy';\nconst report = await check('.');\nconsole.log(report.services.map((service) => service.id).join());\n",
      );
      expect(run(node22, ['use.js'], folder).trim()).toBe('#.');
      writeFileSync(
        join(folder, 'use.ts'),
        "import { check, type Report } from 'skyworthy';\nconst report: Report = await check('.', { failOn: 'blocker' });\nexport const ids: string[] = report.services.map((service) => service.id);\n",
      );
      const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024', '--types', '', 'use.ts'];
      run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), ...options], folder);
    },
    120_000,
  );
});
