// The contract of the commands: the cache changes how long an answer takes, and nothing else.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { handlerModule, samTemplate } from '../../src/steps/examples.ts';
import { checks } from '../../src/steps/registry.ts';
import { type Files, testDay } from '../judge-files.ts';
import { type Outcome, run } from '../run-main.ts';
import { temporaryFolder } from '../temporary-folder.ts';

let cache = '';
beforeEach(() => {
  cache = temporaryFolder();
  vi.stubEnv('SKYWORTHY_CACHE', cache);
});
afterEach(() => void vi.unstubAllEnvs());

const service: Files = {
  'app.py': handlerModule,
  'template.yaml': samTemplate(['Handler: app.handler', 'Runtime: python3.13']),
};

/** Every example of every check, a folder each. */
const everything: Files = Object.fromEntries(
  checks.flatMap(({ id, docs }) =>
    [...docs.bad, ...docs.good].flatMap(({ files }, index) =>
      Object.entries(files).map(([file, text]) => [`${id}/${index}/${file}`, text]),
    ),
  ),
);

function check(folder: string, ...args: string[]): Promise<Outcome> {
  return run(['check', '.', '--cwd', folder, '--today', testDay, ...args]);
}

test.for(['terminal', 'json', 'markdown', 'sarif'])('%s: the kept report gives the same bytes', async (format) => {
  const folder = temporaryFolder({ ...everything, 'broken/template.yaml': 'Resources: [' });
  const first = await check(folder, '--format', format);
  expect(await check(folder, '--format', format)).toEqual(first);
  expect(await check(folder, '--format', format, '--no-cache')).toEqual(first);
  expect(readdirSync(cache)).toHaveLength(1);
});

test('--profile tells whether it was kept; --no-cache neither looks nor keeps', async () => {
  const folder = temporaryFolder(service);
  expect((await check(folder, '--profile', '--no-cache')).err).not.toContain('cache');
  expect(readdirSync(cache)).toEqual([]);
  expect((await check(folder, '--profile')).err).toMatch(/^cache: look.*\nread[^]*\ncache: keep.*\n$/);
  expect((await check(folder, '--profile')).err).toMatch(/^cache: look .*\n$/);
});

describe('it is answered anew', () => {
  test.for<[string, (folder: string) => void, string[]]>([
    ['when a file changes', (folder) => writeFileSync(join(folder, 'app.py'), ''), []],
    ['when a configuration appears', (folder) => writeFileSync(join(folder, 'skyworthy.toml'), 'strict = true\n'), []],
    ['for another day', () => {}, ['--today', '2031-01-01']],
    ['for other checks', () => {}, ['--only', 'sdk-unpinned']],
    ['for another threshold', () => {}, ['--strict']],
  ])('%s', async ([, change, args]) => {
    const folder = temporaryFolder(service);
    const before = await check(folder, '--format', 'json');
    change(folder);
    const after = await check(folder, '--format', 'json', ...args);
    expect(after.out).not.toBe(before.out);
    expect(after).toEqual(await check(folder, '--format', 'json', '--no-cache', ...args));
  });
});

test('damaged files and folders that cannot be written change nothing', async () => {
  const folder = temporaryFolder(service);
  const first = await check(folder);
  for (const name of readdirSync(cache)) writeFileSync(join(cache, name), '{"trace":{},"answer":null}');
  expect(await check(folder)).toEqual(first);
  vi.stubEnv('SKYWORTHY_CACHE', join(folder, 'app.py', 'cache'));
  expect(await check(folder)).toEqual(first);
  expect((await check(folder, '--profile')).err.match(/no cache/g)).toHaveLength(1);
});
