// The contract of the commands: the options of `check`.
import { afterEach, describe, expect, test, vi } from 'vitest';
import { processOutput } from '../../src/cli/output.ts';
import { allFindings, type Report } from '../../src/report/report.ts';
import { handlerModule, samTemplate } from '../../src/steps/examples.ts';
import { checks } from '../../src/steps/registry.ts';
import type { Files } from '../judge-files.ts';
import { run, runCheck } from '../run-main.ts';
import { temporaryFolder } from '../temporary-folder.ts';

async function reportOf(files: Files, ...args: string[]): Promise<Report> {
  return JSON.parse((await runCheck(files, '--format', 'json', ...args)).out) as Report;
}

const idsOf = ({ services }: Report): string[] => services.map(({ id }) => id);
const verdictsOf = ({ services }: Report, check: string): string[] =>
  services.flatMap(({ findings }) =>
    findings.filter((finding) => finding.check === check).map(({ verdict }) => verdict),
  );

describe('--service', () => {
  const files: Files = {
    'app.py': handlerModule,
    'template.yaml': `Resources:
  ReadOrders: { Type: AWS::Serverless::Function, Properties: { Handler: app.handler, Runtime: python3.13, FunctionName: orders-read } }
  WriteOrders: { Type: AWS::Serverless::Function, Properties: { Handler: app.handler, Runtime: python3.13 } }
  Users: { Type: AWS::Serverless::Function, Properties: { Handler: app.handler, Runtime: python3.13 } }
`,
  };
  const [read, write, users] = ['ReadOrders', 'WriteOrders', 'Users'].map((name) => `template.yaml#${name}`);

  test.for([
    ['an id', ['template.yaml#Users'], [users]],
    ['a name', ['orders-read'], [read]],
    ['a pattern of names', ['*Orders'], [read, write]],
    ['a pattern of ids', ['template.yaml#*'], [read, users, write]],
    ['several', ['Users', 'orders-read'], [read, users]],
    ['several that select the same', ['Users', 'U*'], [users]],
  ] as const)('by %s', async ([, names, expected]) => {
    expect(idsOf(await reportOf(files, ...names.flatMap((name) => ['--service', name])))).toEqual(expected);
  });

  test('signs of regular expressions stand for themselves', async () => {
    expect(await runCheck(files, '--service', 'Users|.*')).toMatchObject({ code: 2 });
    expect(await runCheck(files, '--service', 'template+yaml#Users')).toMatchObject({ code: 2 });
  });

  test('one that stands among tests is judged where it is named', async () => {
    const apart = { ...files, 'tests/template.yaml': samTemplate(['Handler: a.handler', 'Runtime: python3.13']) };
    expect(idsOf(await reportOf(apart))).not.toContain('tests/template.yaml#Resize');
    expect(idsOf(await reportOf(apart, '--service', 'Resize'))).toEqual(['tests/template.yaml#Resize']);
  });
});

describe('--entry, --root and --cloud', () => {
  const files: Files = { 'src/jobs/app.py': handlerModule, 'src/lib.py': '' };

  test('judge one entry point without infrastructure', async () => {
    const report = await reportOf(files, '--root', 'src', '--entry', 'src/jobs/app.py:handler', '--cloud', 'aws');
    expect(report.services).toMatchObject([{ id: 'src/jobs/app.py#handler', name: 'handler', cloud: 'aws' }]);
    expect(verdictsOf(report, 'entry-point-missing')).toEqual(['pass']);
  });

  test('a function that is not there', async () => {
    const { code, out } = await runCheck(
      files,
      '--entry',
      'src/jobs/app.py:main',
      '--cloud',
      'gcp',
      '--format',
      'json',
    );
    expect(code).toBe(1);
    expect(verdictsOf(JSON.parse(out) as Report, 'entry-point-missing')).toEqual(['fail']);
  });

  test('paths as a shell completes them', async () => {
    const report = await reportOf(
      files,
      '--root',
      './src/',
      '--entry',
      './src/jobs/app.py:handler',
      '--cloud',
      'azure',
    );
    expect(idsOf(report)).toEqual(['src/jobs/app.py#handler']);
  });
});

test('--today sets the day that is judged for', async () => {
  const files = {
    'app.py': handlerModule,
    'template.yaml': samTemplate(['Handler: app.handler', 'Runtime: python3.12']),
  };
  expect(await reportOf(files, '--today', '2028-10-30')).toMatchObject({ today: '2028-10-30' });
  expect(verdictsOf(await reportOf(files, '--today', '2028-10-30'), 'runtime-deprecated')).toEqual(['pass']);
  expect(verdictsOf(await reportOf(files, '--today', '2028-10-31'), 'runtime-deprecated')).toEqual(['fail']);
});

/** Fails as an improvement, a risk and a blocker, and cannot be told in one thing: twice. */
const mixed: Files = {
  'app.py': `from aws_lambda_powertools import Logger\n${handlerModule}`,
  '.python-version': '3.9\n',
  'template.yaml': samTemplate(
    [
      'Handler: app.handler',
      'Runtime: python3.13',
      'Events:',
      '  Far: { Type: SQS, Properties: { Queue: arn:aws:sqs:eu-west-1:123456789012:jobs } }',
    ],
    ['Train:', '  Type: AWS::Serverless::Function', '  Properties: { Handler: app.main, Runtime: python3.13 }'],
  ),
};

const resize = ({ services }: Report): Report['services'][number] | undefined =>
  services.find(({ name }) => name === 'Resize');

describe('what counts', () => {
  test.for([
    [['--only', 'python-versions-disagree'], 0],
    [['--only', 'python-versions-disagree', '--fail-on', 'improvement'], 1],
    [['--only', 'sdk-undeclared'], 1],
    [['--only', 'sdk-undeclared', '--fail-on', 'blocker'], 0],
    [['--only', 'entry-point-missing', '--fail-on', 'blocker'], 1],
    [['--only', 'dead-letter-missing'], 0],
    [['--only', 'dead-letter-missing', '--strict'], 1],
    [['--only', 'dead-letter-missing', '--strict', '--fail-on', 'blocker'], 0],
    [['--only', 'queue-visibility-too-short', '--strict', '--fail-on', 'blocker'], 1],
  ] as const)('%j exits %d', async ([args, code]) => {
    expect(await runCheck(mixed, ...args)).toMatchObject({ code });
  });

  test('the state of a step follows it', async () => {
    const resilience = async (...args: string[]): Promise<string | undefined> =>
      resize(await reportOf(mixed, ...args))?.steps.resilience;
    const only = ['--only', 'dead-letter-missing,queue-visibility-too-short'];
    expect(await resilience(...only)).toBe('unproven');
    expect(await resilience(...only, '--strict')).toBe('not-ready');
    expect(await resilience('--step', 'sdk')).toBe('not-checked');
  });

  test('the configuration sets it, flags win', async () => {
    const files = {
      ...mixed,
      'skyworthy.toml': 'strict = true\nfail-on = "blocker"\nskip = ["entry-point-missing"]\n',
    };
    expect(await reportOf(files)).toMatchObject({ strict: true, failOn: 'blocker' });
    expect(await reportOf(files, '--fail-on', 'risk')).toMatchObject({ failOn: 'risk' });
    expect(verdictsOf(await reportOf(files), 'entry-point-missing')).toEqual([]);
  });

  test('what is excluded is not read', async () => {
    const files = { 'old/template.yaml': 'Resources: [', 'a.py': '', 'skyworthy.toml': 'exclude = ["old/"]\n' };
    expect((await reportOf(files)).unreadable).toEqual([]);
  });
});

describe('which checks run', () => {
  const ran = async (...args: string[]): Promise<string[]> => [
    ...new Set(allFindings(await reportOf(mixed, ...args)).map(({ check }) => check)),
  ];

  const idsIn = (...steps: string[]): string[] =>
    checks.flatMap(({ id, step }) => (steps.includes(step) ? [id] : [])).sort();

  test('all', async () => expect((await ran()).sort()).toEqual(checks.map(({ id }) => id).sort()));

  test('--step', async () => {
    expect((await ran('--step', 'sdk', '--step', 'package')).sort()).toEqual(idsIn('sdk', 'package'));
  });

  test('--only, several with commas', async () => {
    expect((await ran('--only', 'sdk-unpinned,sdk-undeclared')).sort()).toEqual(['sdk-undeclared', 'sdk-unpinned']);
  });

  test('--skip', async () => {
    const left = idsIn('sdk').filter((id) => id !== 'sdk-unpinned');
    expect((await ran('--step', 'sdk', '--skip', 'sdk-unpinned')).sort()).toEqual(left);
  });
});

describe('--severity', () => {
  test('leaves milder failures and unknowns out of the JSON, not out of the states', async () => {
    const only = ['--only', 'entry-point-missing,python-versions-disagree,sdk-undeclared'];
    const [all, blockers] = [await reportOf(mixed, ...only), await reportOf(mixed, ...only, '--severity', 'blocker')];
    const failing = ({ services }: Report): string[] =>
      services.flatMap(({ findings }) =>
        findings.filter(({ verdict }) => verdict === 'fail').map(({ check }) => check),
      );
    expect([...new Set(failing(all))].sort()).toEqual([
      'entry-point-missing',
      'python-versions-disagree',
      'sdk-undeclared',
    ]);
    expect(failing(blockers)).toEqual(['entry-point-missing']);
    expect(resize(blockers)?.steps).toEqual(resize(all)?.steps);
  });

  test('what it leaves out is counted where it counts', async () => {
    const files = { ...mixed, '.python-version': '3.9\n' };
    const report = await reportOf(
      files,
      '--only',
      'python-versions-disagree',
      '--severity',
      'blocker',
      '--fail-on',
      'improvement',
    );
    expect(report).toMatchObject({ ready: false, notShown: { blocker: 0, risk: 0, improvement: 2, unproven: 0 } });
    const { out } = await runCheck(
      files,
      '--only',
      'python-versions-disagree',
      '--severity',
      'blocker',
      '--fail-on',
      'improvement',
    );
    expect(out).toContain('Not ready: 2 improvements, not shown (--severity blocker).');
  });

  test('leaves them out of the terminal too', async () => {
    expect((await runCheck(mixed)).out).not.toContain('IMPROVEMENT python-versions-disagree');
    expect((await runCheck(mixed, '--severity', 'improvement')).out).toContain('python-versions-disagree');
  });
});

describe('the terminal', () => {
  test('one line for each step, then what fails with place and mend, and the verdict', async () => {
    const { out } = await runCheck(mixed);
    for (let step = 1; step <= 10; step++) expect(out).toMatch(new RegExp(`^. +${step} [A-Z].*`, 'm'));
    expect(out).toMatch(/BLOCKER entry-point-missing/);
    expect(out).toContain('template.yaml:12');
    expect(out).toMatch(/Not ready: 1 blocker/);
  });

  test('--quiet keeps what fails and the verdict', async () => {
    const { out } = await runCheck(mixed, '--quiet');
    expect(out).not.toContain('Runtime version confirmation');
    expect(out).toContain('entry-point-missing');
    expect(out).toMatch(/Not ready/);
  });

  test('what is unproven is ready, with how much is', async () => {
    expect((await runCheck(mixed, '--only', 'dead-letter-missing,queue-visibility-too-short')).out).toMatch(
      /7 Error handling.* ready.* 2 unproven/,
    );
  });

  test('colours where they are wanted, and not with --no-color', async () => {
    const args = ['check', temporaryFolder(mixed), '--today', '2026-11-21'];
    const terminal = { width: 80, color: true };
    expect((await run(args, terminal)).out).toContain('\u001b[');
    expect((await run([...args, '--no-color'], terminal)).out).not.toContain('\u001b');
    expect((await run(args)).out).not.toContain('\u001b');
  });

  test.for([80, 120])('nothing is wider than %d columns', async (width) => {
    const { out } = await run(['check', temporaryFolder(mixed), '--today', '2026-11-21'], { width, color: false });
    expect(out.split('\n').filter((line) => line.length > width)).toEqual([]);
  });
});

describe("the process's streams", () => {
  afterEach(() => vi.unstubAllEnvs());

  test.for([
    [{ FORCE_COLOR: '1', NO_COLOR: '' }, true],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    [{ FORCE_COLOR: '0', NO_COLOR: '1' }, false],
  ] as const)('%j: colours %s', ([env, color]) => {
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    expect(processOutput().color).toBe(color);
  });
});
