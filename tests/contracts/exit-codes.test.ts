// The contract of the commands: exit codes, and one line on standard error where a command could not run.
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { handlerModule, samTemplate } from '../../src/steps/examples.ts';
import { checks } from '../../src/steps/registry.ts';
import type { Files } from '../judge-files.ts';
import { run, runCheck } from '../run-main.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const service: Files = {
  'app.py': handlerModule,
  'template.yaml': samTemplate(['Handler: app.handler', 'Runtime: python3.13']),
};

const idsOf = (wanted: string): string =>
  checks
    .filter(({ step }) => step === wanted)
    .map(({ id }) => id)
    .join();

describe('check', () => {
  test('0 where nothing fails', async () => {
    expect(await runCheck(service)).toMatchObject({ code: 0, err: '' });
  });

  test('1 where something fails at the threshold', async () => {
    expect(await runCheck({ ...service, 'app.py': '' })).toMatchObject({ code: 1, err: '' });
  });

  test('0 where what fails is below it', async () => {
    const files = { ...service, '.python-version': '3.12\n' };
    expect(await runCheck(files, '--only', 'python-versions-disagree')).toMatchObject({ code: 0 });
    expect(await runCheck(files, '--only', 'python-versions-disagree', '--fail-on', 'improvement')).toMatchObject({
      code: 1,
    });
  });

  test('0 in a folder without Python, with one line that says so', async () => {
    expect(await runCheck({ 'readme.md': '# Nothing\n' })).toEqual({
      code: 0,
      out: 'No Python here: there is nothing to judge.\n',
      err: '',
    });
  });

  test('no services in the JSON of such a folder', async () => {
    const { code, out } = await runCheck({}, '--format', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ services: [], ready: true });
  });

  test('0 with files that cannot be read', async () => {
    expect(await runCheck({ ...service, 'other/template.yaml': 'Resources: [' })).toMatchObject({ code: 0 });
  });
});

describe.for([
  [['matrix'], 'AWS'],
  [['catalogue'], 'aws/lambda-runtimes'],
  [['catalogue', 'aws/lambda-runtimes'], 'python3.14'],
  [['explain'], 'sdk-unpinned'],
  [['explain', 'sdk-unpinned'], 'boto3'],
  [['--version'], '0.'],
  [['--help'], 'check'],
  [['check', '--help'], '--fail-on'],
  [[], 'Commands:'],
] as const)('%j', ([args, fragment]) => {
  test('a query exits 0, and writes to standard output alone', async () => {
    expect(await run(args)).toEqual({ code: 0, out: expect.stringContaining(fragment), err: '' });
  });
});

describe('2 where it could not run, with one line that ends with the mend', () => {
  test.for([
    [['chekc'], 'Did you mean check?'],
    [['check', '--wrong'], "unknown option '--wrong'"],
    [['check', '--stirct'], 'Did you mean --strict?'],
    [['check', '--format', 'xml'], 'terminal, json, markdown, sarif'],
    [['matrix', '--format', 'sarif'], 'terminal, markdown, json'],
    [['check', '--fail-on', 'grave'], 'blocker, risk, improvement'],
    [['check', '--severity'], 'argument missing'],
    [['check', '--only', 'sdk-undeclred'], 'there is no check sdk-undeclred. Did you mean sdk-undeclared?'],
    [['check', '--only', 'foo'], 'there is no check foo. skyworthy explain lists them.'],
    [['check', '--skip', 'sdk-unpinned,runtime-old'], 'there is no check runtime-old.'],
    [['check', '--step', 'runtimes'], 'Did you mean runtime?'],
    [['check', '--today', '2026-02-30'], 'YYYY-MM-DD'],
    [['check', '--today', 'tomorrow'], 'YYYY-MM-DD'],
    [['check', '--entry', 'app.py'], 'write FILE:FUNCTION'],
    [['check', '--entry', 'app.py:handler'], '--cloud aws, azure or gcp'],
    [['check', '--entry', 'app.py:handler', '--cloud', 'mars'], 'aws, azure, gcp'],
    [['check', '--root', 'src'], '--entry FILE:FUNCTION'],
    [['check', 'one', 'two'], 'too many arguments'],
    [['explain', 'queue-visibilty-too-short'], 'Did you mean queue-visibility-too-short?'],
    [['explain', 'nothing-of-the-kind'], 'skyworthy explain (without a name) lists them'],
    [['catalogue', 'aws/lambda-runtime'], 'Did you mean aws/lambda-runtimes?'],
    [['catalogue', '--today', 'now'], 'YYYY-MM-DD'],
  ] as const)('%j', async ([args, mend]) => {
    const { code, out, err } = await run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^skyworthy: [^\n]+[.?]\n$/);
    expect(err).toContain(mend);
  });

  const onFiles: [title: string, files: Files, args: string[], mend: string][] = [
    ['a path that does not exist', {}, ['missing'], 'missing does not exist'],
    ['a file as path', { 'app.py': '' }, ['app.py'], 'app.py is a file: give the folder that holds it'],
    ['a service that is not there', service, ['.', '--service', 'Resise'], 'Did you mean Resize?'],
    [
      'an entry point that is not there',
      service,
      ['.', '--entry', 'ap.py:handler', '--cloud', 'aws'],
      'Did you mean app.py?',
    ],
    [
      'a root that does not hold it',
      service,
      ['.', '--root', 'src', '--entry', 'app.py:handler', '--cloud', 'aws'],
      'app.py is not below src',
    ],
    [
      'an unknown key in skyworthy.toml',
      { 'skyworthy.toml': 'strict = true\nskp = []\n' },
      ['.'],
      'skyworthy.toml:2:1: unknown key skp. Did you mean skip or step?',
    ],
    ['one in pyproject.toml', { 'pyproject.toml': '[tool.skyworthy]\nstrct = true\n' }, ['.'], 'Did you mean strict?'],
    ['a configuration that is no TOML', { 'skyworthy.toml': 'strict = [\n' }, ['.'], 'skyworthy.toml:'],
    [
      'checks and steps that exclude each other',
      service,
      ['.', '--step', 'package', '--only', 'timeout-missing'],
      'belongs to the step resilience, not to package',
    ],
    [
      'a check that is both named and left out',
      service,
      ['.', '--only', 'timeout-missing', '--skip', 'timeout-missing'],
      'both named by only and left out by skip',
    ],
    [
      'a step of which all is left out',
      service,
      ['.', '--step', 'package', '--skip', idsOf('package')],
      'is left out by skip',
    ],
    [
      'the same in skyworthy.toml',
      { ...service, 'skyworthy.toml': 'step = ["package"]\nonly = ["timeout-missing"]\n' },
      ['.'],
      'belongs to the step resilience',
    ],
    ['no name at all', service, ['.', '--only', ''], 'Name one at least.'],
    ['a value of the wrong kind', { 'skyworthy.toml': 'strict = "yes"\n' }, ['.'], 'strict is true or false.'],
  ];

  test.for(onFiles)('%s', async ([, files, args, mend]) => {
    const folder = temporaryFolder(files);
    const { code, out, err } = await run(['check', ...args, '--cwd', folder]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^skyworthy: [^\n]+[.?]\n$/);
    expect(err).toContain(mend);
  });

  test.for([
    ['a path', ['LOOP']],
    ['a --cwd', ['.', '--cwd', 'LOOP']],
    ['a baseline', ['FOLDER', '--baseline', 'LOOP']],
  ] as const)('%s whose links lead in a circle', async ([, args]) => {
    const folder = temporaryFolder(service);
    symlinkSync('loop', join(folder, 'loop'));
    const places = { LOOP: join(folder, 'loop'), FOLDER: folder };
    const typed = args.map((arg) => places[arg as keyof typeof places] ?? arg);
    const { code, out, err } = await run(['check', ...typed]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^skyworthy: [^\n]+links lead in a circle[^\n]+\.\n$/);
  });

  test('a --cwd that does not exist', async () => {
    const { code, err } = await run(['check', '--cwd', 'no/such/folder']);
    expect(code).toBe(2);
    expect(err).toMatch(/^skyworthy: no\/such\/folder does not exist: [^\n]+\.\n$/);
  });

  test('--format json leaves standard output empty then', async () => {
    const { code, out } = await run(['check', join(temporaryFolder(), 'missing'), '--format', 'json']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});
