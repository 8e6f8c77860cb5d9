import { type Evidence, evidence } from '../../evidence/evidence.ts';
import type { Job, Pipeline, PythonSetup } from '../../pipelines/index.ts';
import { defineCheck, type Subject } from '../define.ts';
import { fail, pass, unknown } from '../judgement.ts';
import { isAfterDeployment } from './checking.ts';
import { withWorkflow, workflow } from './examples.ts';
import { concernsPython, type PlacedWork, worksOf } from './works.ts';

interface Tested extends Subject {
  /** The Python that the service runs on. */
  readonly python: string;
  readonly setups: readonly [PythonSetup, ...PythonSetup[]];
  readonly tests: readonly PlacedWork[];
}

const testedOn = (...versions: string[]): Record<string, string> =>
  withWorkflow(
    workflow([
      ...versions.map((version) => `{ uses: actions/setup-python@v6, with: { python-version: ${version} } }`),
      'run: pytest',
    ]),
  );

export const check = defineCheck({
  id: 'pipeline-python-differs',
  scope: 'service',
  step: 'pipeline',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes', 'other', 'none'],
  severity: 'risk',
  title: 'Test on the Python that is deployed',
  docs: {
    why: 'Between versions of Python, modules leave the standard library, defaults change, and other wheels are installed. Tests on another version pass while what is deployed fails at its first import.',
    fix: 'Set up the Python that the service runs on, in the job that tests it; a matrix may hold others besides.',
    whenNone: 'The Python that it runs on is not known, or no pipeline sets one up to test it.',
    bad: [
      { title: 'An older one', files: testedOn('"3.11"') },
      {
        title: 'A matrix without it',
        files: withWorkflow(
          [
            'on: push',
            'jobs:',
            '  test:',
            '    runs-on: ubuntu-latest',
            '    strategy: { matrix: { python: ["3.10", "3.11"] } }',
            '    steps:',
            '      - { uses: actions/setup-python@v6, with: { python-version: "${{ matrix.python }}" } }',
            '      - run: pytest',
            '',
          ].join('\n'),
        ),
      },
    ],
    good: [
      { title: 'The same', files: testedOn('"3.13"') },
      { title: 'A patch of the same', files: testedOn('3.13.2') },
      {
        title: 'A matrix that holds it',
        files: withWorkflow(
          [
            'on: push',
            'jobs:',
            '  test:',
            '    runs-on: ubuntu-latest',
            '    strategy: { matrix: { python: ["3.12", "3.13", "3.14"] } }',
            '    steps:',
            '      - { uses: actions/setup-python@v6, with: { python-version: "${{ matrix.python }}" } }',
            '      - run: pytest',
            '',
          ].join('\n'),
        ),
      },
      { title: 'The newest, of which it cannot be told', files: testedOn('3.x') },
    ],
    sources: [
      'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html',
      'https://docs.github.com/actions/tutorials/build-and-test-code/python#specifying-a-python-version',
    ],
  },
  subjects: (service, facts): Tested[] => {
    const { python } = service.runtime;
    if (python === null || isForDevelopment.test(service.definedIn.file)) return [];
    const alone = facts.services.every(({ codeRoot }) => codeRoot === service.codeRoot);
    const jobs = facts
      .pipelines()
      .of(service)
      .flatMap((pipeline) => jobsThatTest(pipeline, (placed) => alone || isOf(placed, service.codeRoot)));
    const [first, ...others] = jobs.flatMap(({ job }) => job.python);
    return first === undefined
      ? []
      : [{ name: service.name, python, setups: [first, ...others], tests: jobs.flatMap(({ tests }) => tests) }];
  },
  judge: ({ python, setups, tests }, { runtime }) => {
    const same = setups.find(({ version }) => version.known && featureOf(version.value) === python);
    if (same !== undefined) return pass(`It is tested on Python ${python}.`, shown(same));
    const open = setups.find(({ version }) => !version.known || featureOf(version.value) === undefined);
    if (open !== undefined) {
      return unknown('dynamic-value', `Which Python it is tested on, ${textOf(open)} decides.`, shown(open));
    }
    const chosen = tests.find(({ work }) =>
      /\b(tox|nox|hatch|docker|pyenv|conda|uv run|sam local)\b/.test(wholeOf(work)),
    );
    if (chosen !== undefined) {
      const text = `${chosen.work.text} may choose another Python than the one that the job sets up.`;
      return unknown('external-code', text, evidence(chosen.work.place, chosen.work.text, 'guessed'));
    }
    const versions = [...new Set(setups.map(textOf))].join(', ');
    const [first, ...others] = setups;
    return fail(`It is tested on Python ${versions} and runs on ${python}.`, [
      shown(first),
      ...others.map(shown),
      ...runtime.evidence,
    ]);
  },
});

/** Images and templates in which somebody works, and nothing is deployed. */
const isForDevelopment = /(^|\/)\.|devcontainer|benchmark/i;

/** True for tests of the code below a folder, by where they run and what they name. */
function isOf({ work, step }: PlacedWork, codeRoot: string | null): boolean {
  if (codeRoot === null) return false;
  const stated = step.workingFolder?.known === true ? step.workingFolder.value.replace(/^\.\/|\/+$/g, '') : '.';
  const folder = work.folder === '.' ? stated : work.folder;
  if (folder === codeRoot || (folder !== '.' && codeRoot.startsWith(`${folder}/`))) return true;
  return (
    codeRoot !== '.' && work.text.split(/\s+/).some((word) => word === codeRoot || word.startsWith(`${codeRoot}/`))
  );
}

/** The jobs of a pipeline that set up a Python and run tests of a service's code in it. */
function jobsThatTest(
  pipeline: Pipeline,
  isWanted: (placed: PlacedWork) => boolean,
): { job: Job; tests: PlacedWork[] }[] {
  const tests = worksOf(pipeline).filter(
    (placed) =>
      placed.work.purpose === 'test' &&
      concernsPython(placed) &&
      !isAfterDeployment(placed.work, placed.step, placed.job) &&
      isWanted(placed),
  );
  return pipeline.jobs.flatMap((job) => {
    const own = tests.filter((placed) => placed.job === job);
    return own.length === 0 ? [] : [{ job, tests: own }];
  });
}

/** `3.12` of `3.12.4`, `3.12`; undefined where it is a range. */
function featureOf(version: string): string | undefined {
  return /^v?(\d+\.\d+)(\.\d+|\.x)?(-dev|t)?$/.exec(version.trim())?.[1];
}

function textOf({ version, file }: PythonSetup): string {
  return version.known ? version.value : (file ?? version.text);
}

function shown(setup: PythonSetup): Evidence {
  return evidence(setup.place, textOf(setup));
}

function wholeOf({ text, tool, through }: PlacedWork['work']): string {
  return [text, tool, ...through].join(' ');
}
