// The contract of the configuration: the options of `check` for all, and for some files and services by themselves.
import { describe, expect, test } from 'vitest';
import { allFindings, type Report } from '../../src/report/report.ts';
import { handlerModule, samTemplate } from '../../src/steps/examples.ts';
import { type Files, reportOn } from '../judge-files.ts';
import { runCheck } from '../run-main.ts';

const old = samTemplate(['Handler: app.handler', 'Runtime: python3.10']);
/** Two services on a runtime that is deprecated, and a missing entry point in each. */
const files: Files = { 'legacy/template.yaml': old, 'shop/template.yaml': old, 'app.py': handlerModule };
const [legacy, shop] = ['legacy/template.yaml#Resize', 'shop/template.yaml#Resize'];

const configured = (text: string): Files => ({ ...files, 'skyworthy.toml': text });
const failing = (report: Report, check: string): string[] =>
  allFindings(report).flatMap(({ check: id, verdict, at }) =>
    id === check && verdict === 'fail' && at !== null ? [at.file.split('/')[0] ?? ''] : [],
  );
const only = { only: ['runtime-deprecated'] };

describe('an override holds', () => {
  test.for([
    ['for files', 'paths = ["legacy/**"]'],
    ['for a folder', 'paths = ["legacy/"]'],
    ['for services by their ids', 'services = ["legacy/*"]'],
    ['for services at files', 'paths = ["*.yaml"]\nservices = ["legacy/template.yaml#Resize"]'],
    ['but where a pattern says not', 'paths = ["*.yaml", "!shop/**"]'],
  ] as const)('%s', async ([, scope]) => {
    const report = await reportOn(configured(`[[overrides]]\n${scope}\nskip = ["runtime-deprecated"]\n`));
    expect(failing(report, 'runtime-deprecated')).toEqual(['shop']);
    expect(report.notes).toEqual([]);
  });

  test('for no other service at those files', async () => {
    const text = '[[overrides]]\npaths = ["legacy/**"]\nservices = ["shop/*"]\nskip = ["runtime-deprecated"]\n';
    expect(failing(await reportOn(configured(text)), 'runtime-deprecated')).toEqual(['legacy', 'shop']);
  });

  test('the last of several wins', async () => {
    const override = (severity: string): string => `[[overrides]]\npaths = ["legacy/"]\nfail-on = "${severity}"\n`;
    const stateOf = async (...texts: string[]): Promise<string | undefined> =>
      (await reportOn(configured(texts.join('')), only)).services.find(({ id }) => id === legacy)?.steps.runtime;
    expect(await stateOf(override('blocker'), override('risk'))).toBe('not-ready');
    expect(await stateOf(override('risk'), override('blocker'))).toBe('ready');
  });
});

test('fail-on: what is below it is shown, and does not count', async () => {
  const report = await reportOn(configured('[[overrides]]\npaths = ["legacy/"]\nfail-on = "blocker"\n'), only);
  expect(report.services).toMatchObject([
    { id: legacy, steps: { runtime: 'ready' }, findings: [{ verdict: 'fail', counts: false }] },
    { id: shop, steps: { runtime: 'not-ready' }, findings: [{ verdict: 'fail', counts: true }] },
  ]);
  const both = configured('[[overrides]]\npaths = ["legacy/", "shop/"]\nfail-on = "blocker"\n');
  expect(await runCheck(both, '--only', 'runtime-deprecated')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/Ready in .* 2 risks below the threshold\./) as string,
  });
});

test('strict: unknowns count there', async () => {
  const text = '[[overrides]]\nservices = ["legacy/*"]\nstrict = true\n';
  const remote = samTemplate(['Handler: app.handler', 'Runtime: python3.13', 'CodeUri: s3://builds/app']);
  const unproven = { 'legacy/template.yaml': remote, 'shop/template.yaml': remote, 'skyworthy.toml': text };
  const { services } = await reportOn({ ...unproven, 'app.py': '' }, { only: ['entry-point-missing'] });
  expect(services.map(({ steps }) => steps.package)).toEqual(['not-ready', 'unproven']);
});

test('severity: what is milder is left out there', async () => {
  const text = '[[overrides]]\npaths = ["legacy/"]\nseverity = "blocker"\n';
  expect(failing(await reportOn(configured(text)), 'runtime-deprecated')).toEqual(['shop']);
  expect(failing(await reportOn(configured('severity = "blocker"\n')), 'runtime-deprecated')).toEqual([]);
});

test('severity for all: the terminal shows that much, and a flag wins', async () => {
  const mild = { ...files, '.python-version': '3.13\n', 'skyworthy.toml': 'severity = "improvement"\n' };
  const only = ['--only', 'python-versions-disagree'];
  expect((await runCheck(mild, ...only)).out).toContain('IMPROVEMENT python-versions-disagree');
  expect((await runCheck(mild, ...only, '--severity', 'risk')).out).not.toContain('IMPROVEMENT');
  expect((await runCheck({ ...mild, 'skyworthy.toml': '' }, ...only)).out).not.toContain('IMPROVEMENT');
});

test('only and step: other checks do not run there, and those do', async () => {
  const ran = ({ services }: Report, id: string): Set<string> =>
    new Set(services.find((service) => service.id === id)?.findings.map(({ check }) => check));
  const narrowed = await reportOn(configured('[[overrides]]\nservices = ["legacy/*"]\nonly = ["sdk-unpinned"]\n'));
  expect([...ran(narrowed, legacy)]).toEqual(['sdk-unpinned']);
  expect(ran(narrowed, shop).size).toBeGreaterThan(5);
  const text = 'only = ["runtime-deprecated"]\n[[overrides]]\nservices = ["legacy/*"]\nonly = []\nstep = ["sdk"]\n';
  const report = await reportOn(configured(text));
  expect([...ran(report, legacy)].sort()).toContain('sdk-undeclared');
  expect([...ran(report, shop)]).toEqual(['runtime-deprecated']);
});

describe('flags win', () => {
  const text = `fail-on = "blocker"\nskip = ["runtime-deprecated"]
[[overrides]]\npaths = ["legacy/"]\nfail-on = "blocker"\nonly = ["sdk-unpinned"]\nskip = ["runtime-deprecated"]\n`;

  test('--only runs what is skipped, --fail-on holds everywhere', async () => {
    const { services } = await reportOn(configured(text), { ...only, failOn: 'risk' });
    expect(services.map(({ steps }) => steps.runtime)).toEqual(['not-ready', 'not-ready']);
  });
});

describe('an override that can hold nowhere is named', () => {
  test.for([
    ['paths = ["legcy/**"]', 'skyworthy.toml:2: the override names legcy/**, which matches no file.'],
    ['services = ["legacy/template.yaml#Resise"]', 'is no service. Did you mean legacy/template.yaml#Resize'],
    ['paths = ["legacy/"]\nservices = ["a", "Resize"]', 'the override names a, which is no service.'],
  ] as const)('%j', async ([scope, note]) => {
    const { notes } = await reportOn(configured(`strict = false\n[[overrides]]\n${scope}\nstrict = true\n`));
    expect(notes).toEqual([expect.stringContaining(note)]);
  });
});

test('a pattern of many stars takes no time', async () => {
  const text = `[[overrides]]\nservices = ["${'*e'.repeat(60)}x"]\n`;
  const started = performance.now();
  await reportOn(configured(text));
  expect(performance.now() - started).toBeLessThan(2000);
});
