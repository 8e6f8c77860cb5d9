// The contract of baselines: what is known does not count, and a baseline only shrinks unless it is asked to grow.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import type { Log } from 'sarif';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { BaselineEntry, Report } from '../../src/report/report.ts';
import { handlerModule, samTemplate } from '../../src/steps/examples.ts';
import { schemas } from '../../tools/schemas.ts';
import { type Files, testDay } from '../judge-files.ts';
import { type Outcome, run } from '../run-main.ts';
import { temporaryFolder } from '../temporary-folder.ts';

beforeEach(() => void vi.stubEnv('SKYWORTHY_CACHE', temporaryFolder()));

const template = (runtime: string, ...more: string[]): string =>
  samTemplate(['Handler: app.handler', `Runtime: ${runtime}`, ...more]);
/** The checks of which the tests speak. */
const configuration = 'only = ["entry-point-missing", "runtime-block-near", "runtime-deprecated"]\n';
const files: Files = {
  'app.py': handlerModule,
  'template.yaml': template('python3.10'),
  'skyworthy.toml': configuration,
};

const check = (folder: string, ...args: string[]): Promise<Outcome> =>
  run(['check', '.', '--cwd', folder, '--today', testDay, '--baseline', 'known.json', ...args]);
const reportOf = async (folder: string, ...args: string[]): Promise<Report> =>
  JSON.parse((await check(folder, '--format', 'json', ...args)).out) as Report;
const textOf = (folder: string): string => readFileSync(join(folder, 'known.json'), 'utf8');
const entriesOf = (folder: string): BaselineEntry[] =>
  (JSON.parse(textOf(folder)) as { findings: BaselineEntry[] }).findings;
const checksOf = (folder: string): string[] => entriesOf(folder).map((entry) => entry.check);

/** A folder with these files, and a baseline of all that fails in them. */
async function withBaseline(given: Files = files): Promise<string> {
  const folder = temporaryFolder(given);
  expect(await check(folder, '--update-baseline')).toMatchObject({ code: 0, err: expect.stringContaining('new') });
  return folder;
}

const known = ['runtime-block-near', 'runtime-deprecated'];

describe('--update-baseline', () => {
  test('writes what fails, one finding a line, as its schema has it', async () => {
    const folder = await withBaseline();
    expect(checksOf(folder)).toEqual(known);
    const lines = textOf(folder).split('\n');
    for (const name of known) expect(lines.filter((line) => line.includes(`"${name}"`))).toHaveLength(1);
    const schema = schemas().find(([name]) => name === 'baseline.schema.json')?.[1] ?? '';
    expect(new Ajv().validate(JSON.parse(schema), JSON.parse(textOf(folder)))).toBe(true);
  });

  test('twice gives the same bytes', async () => {
    const folder = await withBaseline();
    const before = textOf(folder);
    expect((await check(folder, '--update-baseline')).err).toBe('known.json: 2 findings (0 new, 0 mended).\n');
    expect(textOf(folder)).toBe(before);
  });

  test('takes out what is mended, and nothing new in', async () => {
    const folder = await withBaseline();
    writeFileSync(join(folder, 'template.yaml'), template('python3.13'));
    writeFileSync(join(folder, 'app.py'), '');
    expect(await check(folder, '--update-baseline')).toMatchObject({ code: 1 });
    expect(entriesOf(folder)).toEqual([]);
  });

  test('keeps what was not looked at', async () => {
    const folder = await withBaseline();
    writeFileSync(join(folder, 'template.yaml'), template('python3.13'));
    await check(folder, '--update-baseline', '--step', 'sdk');
    expect(checksOf(folder)).toEqual(known);
    await check(folder, '--update-baseline', '--only', 'runtime-deprecated');
    expect(checksOf(folder)).toEqual(['runtime-block-near']);
  });

  test('what --severity hides stands in it', async () => {
    const folder = temporaryFolder(files);
    await check(folder, '--update-baseline', '--severity', 'blocker');
    expect(checksOf(folder)).toEqual(known);
  });

  test('unknowns stand in it under --strict', async () => {
    const given = { ...files, 'template.yaml': template('python3.13', 'CodeUri: s3://builds/app') };
    const strict = temporaryFolder(given);
    expect(await check(strict, '--update-baseline', '--strict')).toMatchObject({ code: 0 });
    expect(entriesOf(strict)).toMatchObject([{ check: 'entry-point-missing', verdict: 'unknown' }]);
    expect(entriesOf(await withBaseline(given))).toEqual([]);
  });
});

test('--extend-baseline takes in what is new', async () => {
  const folder = await withBaseline();
  writeFileSync(join(folder, 'app.py'), '');
  expect(await check(folder)).toMatchObject({ code: 1 });
  expect(await check(folder, '--extend-baseline')).toMatchObject({
    code: 0,
    err: 'known.json: 3 findings (1 new, 0 mended).\n',
  });
  expect(checksOf(folder)).toEqual(['entry-point-missing', ...known]);
});

describe('what is known', () => {
  test('does not count, and the terminal says how many', async () => {
    const { code, out } = await check(await withBaseline());
    expect(code).toBe(0);
    expect(out).toContain('2 known (known.json).');
    expect(out).not.toContain('runtime-deprecated');
  });

  test('is marked in the JSON and in SARIF', async () => {
    const folder = await withBaseline();
    const report = await reportOf(folder);
    expect(report.baseline).toEqual({ file: 'known.json', known: 2, mended: [] });
    const marked = report.services.flatMap(({ findings }) => findings).filter(({ inBaseline }) => inBaseline);
    expect(marked.map((finding) => finding.check).sort()).toEqual(known);
    const { runs } = JSON.parse((await check(folder, '--format', 'sarif')).out) as Log;
    expect(runs[0]?.results?.map(({ baselineState }) => baselineState)).toEqual(['unchanged', 'unchanged']);
  });

  test('stays known when lines move, and counts when it becomes worse', async () => {
    const folder = await withBaseline();
    writeFileSync(join(folder, 'template.yaml'), `# A comment.\n${template('python3.10')}`);
    expect(await check(folder)).toMatchObject({ code: 0 });
    expect(await check(folder, '--today', '2027-03-01')).toMatchObject({ code: 1 });
  });

  test('that is mended is named', async () => {
    const folder = await withBaseline();
    writeFileSync(join(folder, 'template.yaml'), template('python3.13'));
    expect((await check(folder)).out).toContain('2 in known.json mended');
    const { baseline } = await reportOf(folder);
    expect(baseline?.mended.map((entry) => entry.check)).toEqual(known);
  });

  test('that a comment suppresses is not mended, and leaves the baseline when it is brought up to date', async () => {
    const folder = await withBaseline();
    const comment = ' # skyworthy: ignore[runtime-deprecated] moves in March';
    writeFileSync(join(folder, 'template.yaml'), template(`python3.10${comment}`));
    expect((await reportOf(folder)).baseline).toEqual({ file: 'known.json', known: 1, mended: [] });
    const { err } = await check(folder, '--update-baseline');
    expect(err).toBe('known.json: 1 finding (0 new, 0 mended, 1 suppressed instead).\n');
    expect(checksOf(folder)).toEqual(['runtime-block-near']);
  });

  test('another baseline is another question to the cache', async () => {
    const folder = await withBaseline();
    expect(await check(folder)).toMatchObject({ code: 0 });
    writeFileSync(join(folder, 'known.json'), '{ "schemaVersion": 1, "findings": [] }');
    expect(await check(folder)).toMatchObject({ code: 1 });
  });
});

describe('a broken one is exit 2, with file, line and mend', () => {
  const print = '0'.repeat(32);
  const entry = (fields: object): string => `{"schemaVersion": 1,\n"findings": [\n${JSON.stringify(fields)}]}`;
  const whole = { check: 'a-b', service: null, subject: 's', verdict: 'fail', severity: 'risk', fingerprint: print };

  test.for([
    ['', 'known.json:1:1: a baseline is an object: delete the file and write it anew with --update-baseline.'],
    ['{', 'known.json:1:'],
    ['[]', 'known.json:1:1: a baseline is an object'],
    ['{"schemaVersion": 1,\n<<<<<<< ours\n', 'known.json:2:1: '],
    [
      '{"schemaVersion": 2, "findings": []}',
      'known.json:1:19: it was made by a newer skyworthy (schemaVersion 2): upgrade skyworthy.',
    ],
    ['{"schemaVersion": "1", "findings": []}', 'known.json:1:19: schemaVersion is 1 in this version'],
    ['{"schemaVersion": 1, "findings": {}}', 'known.json:1:34: findings is a list'],
    ['{"schemaVersion": 1,\n"findings": [1]}', 'known.json:2:14: a finding is an object: take this one out.'],
    [entry({ check: 'a-b' }), 'known.json:3:1: the finding has no subject: take it out.'],
    [entry(whole), 'this is not the fingerprint of a-b: take the entry out.'],
    [entry({ ...whole, check: 1 }), 'known.json:3:10: check is a text.'],
  ] as const)('%j', async ([text, message]) => {
    const { code, out, err } = await check(temporaryFolder({ ...files, 'known.json': text }));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^skyworthy: [^\n]+\.\n$/);
    expect(err).toContain(message);
  });

  test('one that is not there, is a folder, or is not named', async () => {
    expect((await check(temporaryFolder(files))).err).toBe(
      'skyworthy: there is no file known.json: write it with --update-baseline.\n',
    );
    const folder = temporaryFolder({ ...files, 'known.json/a': '' });
    const refused = { code: 2, out: '', err: 'skyworthy: known.json is a folder: name a file.\n' };
    expect(await check(folder, '--update-baseline')).toEqual(refused);
    expect(await check(folder)).toEqual(refused);
    const unnamed = await run(['check', '--update-baseline', '--cwd', folder]);
    expect(unnamed).toEqual({
      code: 2,
      out: '',
      err: 'skyworthy: --update-baseline and --extend-baseline go with --baseline FILE.\n',
    });
  });

  test('one that is broken is not written over', async () => {
    const folder = temporaryFolder({ ...files, 'known.json': '{' });
    expect(await check(folder, '--update-baseline')).toMatchObject({ code: 2 });
    expect(textOf(folder)).toBe('{');
  });
});
