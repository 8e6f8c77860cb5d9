// The contract of the commands: the JSON of `check`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'valibot';
import { describe, expect, test } from 'vitest';
import { byCodeUnits, byPlace } from '../../src/evidence/order.ts';
import { renderJson } from '../../src/report/renderers/json.ts';
import { allFindings, type Finding, type Report } from '../../src/report/report.ts';
import { reportSchema } from '../../src/report/schema.ts';
import { checks } from '../../src/steps/registry.ts';
import { steps } from '../../src/steps/steps.ts';
import { type Files, reportOn } from '../judge-files.ts';
import { run, runCheck } from '../run-main.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const published = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../schemas/check.schema.json'), 'utf8'),
) as object;
const validate = new Ajv({ strict: false, allErrors: true }).compile(published);

const examples = checks.flatMap(({ id, docs }) =>
  [...docs.bad, ...docs.good].map(({ title, files, today }) => ({ id, title, files, today })),
);

/** Every example of every check in one repository, a folder each. */
const everything: Files = {
  ...Object.fromEntries(
    examples.flatMap(({ id, files }, index) =>
      Object.entries(files).map(([file, text]) => [`${id}/${index}/${file}`, text]),
    ),
  ),
  'broken/template.yaml': 'Resources: [',
};

async function jsonOf(files: Files, ...args: string[]): Promise<Report> {
  return JSON.parse((await runCheck(files, '--format', 'json', ...args)).out) as Report;
}

describe('every example keeps to the published schema, and to the one in the source', () => {
  test.for(examples)('$id: $title', async ({ files, today }) => {
    const document: unknown = JSON.parse(renderJson(await reportOn(files, today === undefined ? {} : { today })));
    expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
    expect(parse(reportSchema, document)).toEqual(document);
  });
});

test('the published schema refuses what is none', () => {
  for (const document of [{}, [], { schemaVersion: 2 }, null]) expect(validate(document)).toBe(false);
});

test('standard output is one document and nothing else', async () => {
  const { out, err } = await runCheck(everything, '--format', 'json');
  expect(err).toBe('');
  expect(out.startsWith('{')).toBe(true);
  expect(out.endsWith('}\n')).toBe(true);
  expect(JSON.parse(out)).toMatchObject({
    schemaVersion: 1,
    tool: { version: expect.stringMatching(/^\d+\.\d+\.\d+/), catalogue: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
    root: '.',
    today: '2026-11-21',
  });
});

test('times are told under --profile alone, on standard error', async () => {
  const [plain, profiled] = [await jsonOf(everything), await runCheck(everything, '--format', 'json', '--profile')];
  expect(JSON.parse(profiled.out)).toEqual(plain);
  expect(profiled.err).toMatch(/^(\S.* \d+\.\d ms\n)+$/);
});

test.for(['json', 'sarif', 'markdown', 'terminal'])(
  'the same tree on the same day gives the same bytes, wherever it lies: %s',
  async (format) => {
    const first = await runCheck(everything, '--format', format);
    const second = await runCheck(everything, '--format', format, '--no-cache');
    expect(second).toEqual(first);
    expect(first.out.length).toBeGreaterThan(100);
  },
);

describe('lists', () => {
  const findingOrder = (a: Finding, b: Finding): number =>
    byPlace(a.at ?? { file: '' }, b.at ?? { file: '' }) || byCodeUnits(a.check, b.check);

  test('services are sorted by id', async () => {
    const ids = (await jsonOf(everything)).services.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(20);
    expect(ids).toEqual(ids.toSorted(byCodeUnits));
  });

  test('findings by place, then check; evidence by place', async () => {
    const { services } = await jsonOf(everything);
    for (const { findings } of services) expect(findings).toEqual(findings.toSorted(findingOrder));
    for (const { evidence } of services.flatMap(({ findings }) => findings))
      expect(evidence).toEqual([...evidence].sort(byPlace));
  });

  test('what cannot be read by place', async () => {
    const { unreadable } = await jsonOf({ 'b/template.yaml': 'Resources: [', 'a/template.yaml': 'x: [', 'c.py': '' });
    expect(unreadable.map(({ file }) => file)).toEqual(['a/template.yaml', 'b/template.yaml']);
  });
});

describe('findings', () => {
  test('hold every verdict of every check for each service', async () => {
    const { services } = await jsonOf(everything);
    const ids = checks.filter(({ scope }) => scope === 'service').map(({ id }) => id);
    for (const { id, findings } of services)
      expect(new Set(findings.map(({ check }) => check)), id).toEqual(new Set(ids));
    const verdicts = new Set(services.flatMap(({ findings }) => findings.map(({ verdict }) => verdict)));
    expect([...verdicts].sort()).toEqual(['fail', 'not-applicable', 'pass', 'unknown']);
  });

  test('the first place is one of the evidence', async () => {
    const report = await jsonOf(everything);
    const judged = allFindings(report).flatMap((finding) => (finding.at === null ? [] : [finding]));
    for (const { at, evidence } of judged) expect(evidence).toContainEqual(expect.objectContaining(at));
  });

  test('a fingerprint belongs to one finding, and stays when lines move and messages change', async () => {
    const prints = allFindings(await jsonOf(everything)).map(({ fingerprint }) => fingerprint);
    expect(new Set(prints).size).toBe(prints.length);
    const moved = Object.fromEntries(
      Object.entries(everything).map(([file, text]) => [
        file,
        file.endsWith('.yaml') ? `# moved\n${String(text)}` : text,
      ]),
    );
    const after = allFindings(await jsonOf(moved)).map(({ fingerprint }) => fingerprint);
    expect(after.toSorted()).toEqual(prints.toSorted());
  });

  test('paths are relative to the folder that was named, with /, also inside a checkout', async () => {
    const folder = temporaryFolder({ '.git/HEAD': '', 'services/a/app.py': 'import boto3\n', 'app.py': '' });
    const { out } = await run(['check', 'services/a', '--cwd', folder, '--format', 'json', '--today', '2026-11-21']);
    const report = JSON.parse(out) as Report;
    expect(report.services.map(({ id }) => id)).toEqual(['#.']);
    expect(allFindings(report).flatMap(({ evidence }) => evidence.map(({ file }) => file))).toContain('app.py');
    expect(out).not.toContain(folder);
  });

  test('every step has a state', async () => {
    const { services } = await jsonOf(everything);
    for (const service of services) expect(Object.keys(service.steps)).toEqual(steps.map(({ id }) => id));
  });
});
