// The contract of suppressions: where they stand, what they cover, and what becomes of what they suppress.
import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import { planFixes } from '../../src/engine/fix.ts';
import { allFindings, type Report } from '../../src/report/report.ts';
import { memoryRepository } from '../../src/repository/memory.ts';
import { handlerModule, samTemplate } from '../../src/steps/examples.ts';
import { type Files, reportOn, testDay } from '../judge-files.ts';
import { runCheck } from '../run-main.ts';

const says = (check: string): string => `skyworthy: ignore[${check}] moves in March`;
const handler = 'Handler: app.handler';
const service = (...properties: string[]) => ({
  'app.py': handlerModule,
  'template.yaml': samTemplate([handler, ...properties]),
});
const suppressedIn = (report: Report): string[] =>
  allFindings(report).flatMap(({ check, suppressed }) =>
    suppressed === null ? [] : [`${check} ${suppressed.file}:${suppressed.line} ${suppressed.reason}`],
  );

const deprecated = 'runtime-deprecated';
const terraform = (...lines: string[]): Files => ({
  'app.py': handlerModule,
  'main.tf': [
    'resource "aws_lambda_function" "resize" {',
    '  function_name = "resize"',
    '  filename      = "build.zip"',
    '  handler       = "app.handler"',
    ...lines,
    '}',
    '',
  ].join('\n'),
});

const bicep = (...settings: string[]): Files => ({
  'function_app.py': 'import azure.functions as func\napp = func.FunctionApp()\n',
  'host.json': '{ "version": "2.0" }',
  'main.bicep': [
    "resource app 'Microsoft.Web/sites@2024-04-01' = {",
    "  name: 'orders'",
    "  kind: 'functionapp,linux'",
    '  properties: {',
    '    siteConfig: {',
    ...settings,
    '    }',
    '  }',
    '}',
    '',
  ].join('\n'),
});

describe('in the comments of each format', () => {
  const rows: [title: string, files: Files, check: string, place: string][] = [
    ['YAML', service(`Runtime: python3.10 # ${says(deprecated)}`), deprecated, 'template.yaml:7'],
    ['YAML, the line above', service(`# ${says(deprecated)}`, 'Runtime: python3.10'), deprecated, 'template.yaml:7'],
    ['HCL', terraform(`  runtime = "python3.10" # ${says(deprecated)}`), deprecated, 'main.tf:5'],
    ['HCL with slashes', terraform(`  // ${says(deprecated)}`, '  runtime = "python3.10"'), deprecated, 'main.tf:5'],
    [
      'HCL, the first line of a resource',
      Object.fromEntries(
        Object.entries(terraform('  runtime = "python3.10"')).map(([file, text]) => [
          file,
          file === 'main.tf' ? `# ${says(deprecated)}\n${String(text)}` : text,
        ]),
      ),
      deprecated,
      'main.tf:1',
    ],
    ['Bicep', bicep(`      linuxFxVersion: 'PYTHON|3.10' // ${says(deprecated)}`), deprecated, 'main.bicep:6'],
    [
      'Bicep, the line above',
      bicep(`      // ${says(deprecated)}`, "      linuxFxVersion: 'PYTHON|3.10'"),
      deprecated,
      'main.bicep:6',
    ],
    [
      'a manifest',
      {
        ...service('Runtime: python3.13'),
        'app.py': `import boto3\n${handlerModule}`,
        'requirements.txt': `boto3>=1 # ${says('sdk-unpinned')}\n`,
      },
      'sdk-unpinned',
      'requirements.txt:1',
    ],
    [
      'TOML',
      {
        ...service('Runtime: python3.13'),
        'app.py': `import boto3\n${handlerModule}`,
        'pyproject.toml': `[project]\nname = "a"\ndependencies = [\n  "boto3>=1", # ${says('sdk-unpinned')}\n]\n`,
      },
      'sdk-unpinned',
      'pyproject.toml:4',
    ],
    [
      'Python',
      {
        ...service('Runtime: python3.13'),
        'app.py': `import sagemaker  # ${says('sdk-undeclared')}\n${handlerModule}`,
      },
      'sdk-undeclared',
      'app.py:1',
    ],
    [
      'a file that ends its lines as Windows does',
      Object.fromEntries(
        Object.entries(service(`# ${says(deprecated)}`, 'Runtime: python3.10')).map(([file, text]) => [
          file,
          text.replaceAll('\n', '\r\n'),
        ]),
      ),
      deprecated,
      'template.yaml:7',
    ],
  ];

  test.for(rows)('%s', async ([, files, check, place]) => {
    expect(suppressedIn(await reportOn(files))).toEqual([`${check} ${place} moves in March`]);
  });
});

describe('it does not hold', () => {
  const old = 'Runtime: python3.10';
  test.for<[string, Files]>([
    ['without a reason', service(`${old} # skyworthy: ignore[${deprecated}]`)],
    ['in other words', service(`${old} # skyworthy: disable[${deprecated}] moves in March`)],
    ['in capitals', service(`${old} # Skyworthy: Ignore[${deprecated}] moves in March`)],
    ['for another check', service(`${old} # ${says('sdk-unpinned')}`)],
    ['on another line', service(old, `MemorySize: 128 # ${says(deprecated)}`)],
    ['two lines above', service(`# ${says(deprecated)}`, '', old)],
    ['behind code, for the next line', service(`MemorySize: 128 # ${says(deprecated)}`, old)],
    ['in a text', service(`Description: "see # ${says(deprecated)}"`, old)],
    ['without a space before its sign', service(`Description: see# ${says(deprecated)}`, old)],
    ['in another file', { ...service(old), 'notes.py': `# ${says(deprecated)}\n` }],
  ])('%s', async ([, files]) => expect(suppressedIn(await reportOn(files))).toEqual([]));
});

test('an id that does not exist is a finding, and the one beside it holds', async () => {
  const report = await reportOn(service(`Runtime: python3.10 # ${says(`gone, ${deprecated}`)}`));
  expect(suppressedIn(report)).toEqual([`${deprecated} template.yaml:7 moves in March`]);
  expect(allFindings(report)).toContainEqual(
    expect.objectContaining({ check: 'suppression-without-effect', verdict: 'fail', subject: 'gone in template.yaml' }),
  );
});

describe('what is suppressed', () => {
  /** The checks of which the tests speak. */
  const configuration = 'only = ["entry-point-missing", "runtime-block-near", "runtime-deprecated"]\n';
  const files = {
    ...service(`Runtime: python3.10 # ${says('runtime-deprecated, runtime-block-near')}`),
    'skyworthy.toml': configuration,
  };

  test('does not count, and stays in the JSON', async () => {
    const report = await reportOn(files);
    expect(report).toMatchObject({ ready: true, services: [{ steps: { runtime: 'ready' } }] });
    expect(allFindings(report).find(({ check }) => check === deprecated)).toMatchObject({
      verdict: 'fail',
      counts: false,
      suppressed: { reason: 'moves in March', file: 'template.yaml', line: 7 },
    });
  });

  test('the terminal says how many', async () => {
    const { code, out } = await runCheck(files);
    expect(code).toBe(0);
    expect(out).not.toContain(deprecated);
    expect(out).toContain('2 suppressed.');
  });

  test('is a result with a suppression in SARIF', async () => {
    const log = JSON.parse((await runCheck(files, '--format', 'sarif')).out) as Log;
    expect(log.runs[0]?.results?.find(({ ruleId }) => ruleId === deprecated)?.suppressions).toMatchObject([
      { kind: 'inSource', justification: 'moves in March' },
    ]);
  });

  test('is not fixed', async () => {
    const visible = { ...files, 'template.yaml': files['template.yaml'].replace(/ #.*/, '') };
    const fixed = async (repository: Files): Promise<string[]> =>
      (await planFixes(memoryRepository(repository), { today: testDay })).document.fixes.map(({ check }) => check);
    expect(await fixed(visible)).toContain(deprecated);
    expect(await fixed(files)).not.toContain(deprecated);
  });

  test('an unknown is none under --strict', async () => {
    const remote = service('Runtime: python3.13', 'CodeUri: s3://builds/app');
    remote['template.yaml'] = remote['template.yaml'].replace(handler, `${handler} # ${says('entry-point-missing')}`);
    expect(await reportOn(remote, { strict: true, only: ['entry-point-missing'] })).toMatchObject({ ready: true });
  });
});

test('many in one file take no time, and nothing throws', async () => {
  const started = performance.now();
  const comments = `# ${says(deprecated)}\n# skyworthy: ignore[${','.repeat(5000)}\n#`.repeat(3000);
  await reportOn({ ...service('Runtime: python3.13'), 'app.py': `${handlerModule}${comments}` });
  expect(performance.now() - started).toBeLessThan(4000);
});
