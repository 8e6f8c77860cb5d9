import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openCatalogue } from '../catalogue/catalogue.ts';
import type { Place } from '../evidence/place.ts';
import { memoryRepository } from '../repository/memory.ts';
import { readPipelines } from './index.ts';

const catalogue = openCatalogue();
const files = {
  'github-actions': '.github/workflows/w.yml',
  'gitlab-ci': '.gitlab-ci.yml',
  'azure-pipelines': 'azure-pipelines.yml',
  'cloud-build': 'cloudbuild.yaml',
  codebuild: 'buildspec.yml',
  amplify: 'amplify.yml',
};
const systems = Object.keys(files) as (keyof typeof files)[];

const seeds = {
  'github-actions':
    'on: push\njobs:\n  a:\n    needs: a\n    strategy:\n      matrix: {v: [1, 2], include: [{v: 3}]}\n    steps:\n    - uses: ./act\n      with: {x: "${{ matrix.v }}"}\n    - run: |\n        make test || true\n        tox -e py\n',
  'gitlab-ci':
    'include: /a.yml\nstages: [x]\na:\n  extends: a\n  script:\n  - !reference [a, script]\n  - nox\nb: {needs: [a], rules: [{when: never}]}\n',
  'azure-pipelines':
    'parameters: [{name: x, default: []}]\nstages:\n- template: azure-pipelines.yml\n- stage: a\n  jobs:\n  - job: b\n    steps:\n    - ${{ each y in parameters.x }}:\n      - script: pytest\n    - task: Bash@3\n',
  'cloud-build':
    'substitutions: {_A: "$_A"}\nsteps:\n- name: python\n  args: [-m, pytest]\n  waitFor: ["-"]\nimages: [a]\n',
  amplify: 'version: 1\nbackend:\n  phases:\n    build:\n      commands:\n      - make\n      - |\n        pytest\n',
  codebuild: 'version: 0.2\nphases:\n  build:\n    commands:\n    - make\n    - |\n      pytest\n',
};

/** What does not hold of a repository's pipelines, though it should of all. */
function wrongs(contents: Record<string, string | Uint8Array>): string[] {
  const { pipelines } = readPipelines(memoryRepository(contents), catalogue);
  const places = pipelines.flatMap(({ triggers, jobs, faults }): Place[] => [
    ...[...triggers, ...jobs, ...faults].map(({ place }) => place),
    ...jobs.flatMap(({ steps }) =>
      steps.flatMap((step) => [
        step.place,
        ...step.works.map(({ place }) => place),
        ...step.unfollowed.map(({ place }) => place),
      ]),
    ),
  ]);
  return places.flatMap((place) => {
    const content = contents[place.file];
    if (typeof content !== 'string') return content === undefined ? [`${place.file} is not there`] : [];
    const lines = content.split(/\r\n|\n|\r/).length;
    const wrong = place.line < 1 || place.column < 1 || place.endLine > lines || place.endLine < place.line;
    return wrong ? [`${JSON.stringify(place)} is no place in ${lines} lines`] : [];
  });
}

const others = {
  'act/action.yml': 'inputs: {x: {}}\nruns: {steps: [{uses: ./act}, {run: "pytest ${{ inputs.x }}", shell: bash}]}\n',
  'a.yml': 'include: .gitlab-ci.yml\n',
  Makefile: 'A = $(A)$(A)\ntest: test\n\tmake test $(A)\n\tpytest\n',
  'tox.ini': '[testenv]\ncommands = {[testenv]commands}\n    make\n',
  'noxfile.py': 'import nox\n@nox.session\ndef t(session): session.run("nox")\n',
};

describe.each(systems)('%s', (system) => {
  const file = files[system];
  const seed = seeds[system];

  test('the seed itself has steps', () => {
    const { pipelines } = readPipelines(memoryRepository({ ...others, [file]: seed }), catalogue);
    expect(pipelines[0]?.jobs.flatMap(({ steps }) => steps).length).toBeGreaterThan(0);
  });

  test('any part of a pipeline, with anything in it, is read without an exception', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        '${{',
        '}}',
        ': ',
        '- ',
        '\n',
        '|',
        '&a ',
        '*a',
        '<<: *a\n',
        '{',
        '}',
        '[',
        ']',
        '__proto__: ',
        'constructor',
        '$(',
        '`',
        '../..',
        '!reference ',
        '"',
        "'",
        '${{ if ',
        'template: ',
      ),
    );
    fc.assert(
      fc.property(fc.nat(seed.length), fc.nat(40), fc.array(piece, { maxLength: 4 }), (at, cut, parts) => {
        const text = seed.slice(0, at) + parts.join('') + seed.slice(at + cut);
        expect(wrongs({ ...others, [file]: text })).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['empty', ''],
    ['binary', new Uint8Array([0, 255, 254, 0, 1])],
    ['not UTF-8', new Uint8Array([0xff, 0xfe, 0x41])],
    ['a list', '- a\n- b\n'],
    ['null', 'null\n'],
    ['huge', 'a: b\n'.repeat(400_000)],
    ['deep', '['.repeat(50_000)],
    [
      'aliases',
      `a: &a [x]\n${Array.from({ length: 40 }, (_, at) => `b${at}: &b${at} [*${at === 0 ? 'a' : `b${at - 1}`}, *${at === 0 ? 'a' : `b${at - 1}`}]`).join('\n')}\njobs: {x: {script: *b39, steps: *b39, stage: *b39}}\nsteps: *b39\nphases: {build: {commands: *b39}}`,
    ],
    [
      'leads out',
      'include: ../../etc/passwd\nextends: {template: ../../x.yml}\njobs: {a: {uses: ./../../x.yml}, b: {steps: [{uses: ./../..}]}}\nsteps: [{template: /../x.yml}]\n',
    ],
    ['50 MB', new Uint8Array(50_000_000).fill(0x61)],
    ['UTF-16', new Uint8Array(Buffer.from(`\uFEFF${seed}`, 'utf16le'))],
    ['truncated', seed.slice(0, seed.length / 2)],
    [
      'unknown',
      'version: 99\nkind: novelty\njobs: {a: {novelty: 1, steps: [{novelty: [2]}, 3]}}\nsteps: [{novelty: 4}]\n',
    ],
  ] as const)('%s: read without an exception, and the others stand', (_, content) => {
    const start = performance.now();
    const contents = {
      ...Object.fromEntries(systems.map((one) => [files[one], seeds[one]])),
      ...others,
      [file]: content,
    };
    expect(wrongs(contents)).toEqual([]);
    const { pipelines } = readPipelines(memoryRepository(contents), catalogue);
    const standing = pipelines.filter(({ jobs }) => jobs.some(({ steps }) => steps.length > 0));
    const wanted = systems.filter((one) => one !== system);
    expect(standing.map((one) => one.system)).toEqual(expect.arrayContaining(wanted));
    expect(performance.now() - start).toBeLessThan(4000);
  });

  test.each([
    ['binary', new Uint8Array([0, 255])],
    ['50 MB', new Uint8Array(50_000_000).fill(0x61)],
  ])('%s is named', (_, content) => {
    const { pipelines } = readPipelines(memoryRepository({ [file]: content }), catalogue);
    expect(pipelines.flatMap(({ faults }) => faults).map(({ place }) => place.file)).toEqual([file]);
  });
});

test('calls that multiply end', () => {
  const levels = Array.from(
    { length: 12 },
    (_, at) => [`l${at}/action.yml`, `runs: {steps: [${`{uses: ./l${at + 1}}, `.repeat(12)}]}`] as const,
  );
  const start = performance.now();
  expect(
    wrongs({
      ...Object.fromEntries(levels),
      '.github/workflows/w.yml': 'on: push\njobs: {a: {steps: [{uses: ./l0}]}}',
    }),
  ).toEqual([]);
  const lines = Array.from({ length: 30 }, (_, at) => `t${at}:\n\tmake t${at + 1}\n\tmake t${at + 1}\n`).join('');
  expect(wrongs({ Makefile: lines, '.gitlab-ci.yml': 'a: {script: make t0}' })).toEqual([]);
  const template = `parameters: [{name: n, default: 1}]\nsteps:\n${'- template: t.yml\n'.repeat(30)}`;
  expect(wrongs({ 't.yml': template, 'azure-pipelines.yml': 'steps: [{template: t.yml}]' })).toEqual([]);
  expect(performance.now() - start).toBeLessThan(8000);
});
