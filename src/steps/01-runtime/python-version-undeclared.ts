import { evidence } from '../../evidence/evidence.ts';
import { startOf } from '../../evidence/place.ts';
import type { Dependency } from '../../manifests/index.ts';
import type { Service } from '../../services/service.ts';
import { defineCheck, type Subject } from '../define.ts';
import { fail, pass, unknown } from '../judgement.ts';

const app: Record<string, string> = { 'main.py': 'import flask\n', 'requirements.txt': 'flask==3.1.0\n' };

/** Services whose Python something else decides: an image, what a function is deployed with, an environment for data. */
function isDecidedElsewhere({ artifact, runtime, image, compute, codeRoot }: Service): boolean {
  return (
    artifact === 'image' ||
    image !== null ||
    codeRoot === null ||
    runtime.managed !== null ||
    runtime.evidence.length > 0 ||
    compute === 'function' ||
    compute === 'data-pipeline' ||
    compute === 'ml'
  );
}

/** Variables by which buildpacks are told the Python: https://docs.cloud.google.com/docs/buildpacks/python */
const builders = ['GOOGLE_PYTHON_VERSION', 'GOOGLE_RUNTIME_VERSION', 'BP_CPYTHON_VERSION'];

/** A dependency that is there only from some Python on, and not named a second time for the others. */
function markedDependency({ manifests }: Service): Dependency | undefined {
  const all = manifests.filter(({ role }) => role === 'declaration').flatMap(({ dependencies }) => dependencies);
  return all.find(
    (one) =>
      one.group === null &&
      /\bpython(_full)?_version\s*>=?/.test(one.marker ?? '') &&
      all.every((other) => other === one || other.name !== one.name),
  );
}

export const check = defineCheck({
  id: 'python-version-undeclared',
  scope: 'service',
  step: 'runtime',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes', 'other', 'none'],
  severity: 'improvement',
  title: 'Say which Python the code is for',
  docs: {
    why: 'Where nothing states a version, the machine of each developer, the pipeline and the platform each take their own, and a platform that builds from source takes its newest: code that nobody changed breaks on the day on which that moves.',
    fix: 'State it once: `requires-python` in pyproject.toml, or a `.python-version` file, which uv, pyenv and the buildpacks of Google Cloud and Heroku read.',
    whenNone:
      'An image, a managed runtime or the deployment of a function decides its Python, or it declares nothing that would be installed.',
    bad: [
      { title: 'Dependencies alone', files: app },
      {
        title: 'A project without requires-python',
        files: { 'main.py': 'import flask\n', 'pyproject.toml': '[project]\nname = "web"\ndependencies = ["flask"]\n' },
      },
    ],
    good: [
      {
        title: 'The project states a range',
        files: {
          'main.py': 'import flask\n',
          'pyproject.toml': '[project]\nname = "web"\nrequires-python = ">=3.12"\ndependencies = ["flask"]\n',
        },
      },
      {
        title: 'Dependencies for some versions alone',
        files: { 'main.py': 'import flask\n', 'requirements.txt': "flask==3.1.0; python_version >= '3.12'\n" },
      },
      { title: 'A version file', files: { ...app, '.python-version': '3.13\n' } },
      {
        title: "Poetry's way of stating it",
        files: {
          'main.py': 'import flask\n',
          'pyproject.toml': '[tool.poetry]\nname = "web"\n[tool.poetry.dependencies]\npython = "^3.12"\nflask = "*"\n',
        },
      },
      {
        title: "A package's own way",
        files: {
          'main.py': 'import flask\n',
          'setup.py': 'from setuptools import setup\nsetup(name="web", python_requires=">=3.10")\n',
        },
      },
    ],
    sources: [
      'https://packaging.python.org/en/latest/specifications/pyproject-toml/#requires-python',
      'https://docs.cloud.google.com/docs/buildpacks/python',
    ],
  },
  subjects: (service): Subject[] => {
    const declares = service.manifests.some(
      ({ role, format, dependencies, faults }) =>
        role === 'declaration' && faults.length === 0 && (format !== 'requirements' || dependencies.length > 0),
    );
    return isDecidedElsewhere(service) || !declares ? [] : [{ name: 'python' }];
  },
  judge: (_subject, service) => {
    const [stated] = service.pythonVersions;
    if (stated !== undefined) return pass(`${stated.label} says ${stated.specifier}.`, stated.evidence);
    const marked = markedDependency(service);
    if (marked !== undefined)
      return pass(
        `Its requirements are for some versions alone: ${marked.marker}.`,
        evidence(marked.place, marked.name),
      );
    const [set] = builders.flatMap((name) => service.namedElsewhere(name) ?? []);
    if (set !== undefined) {
      const text = `${set.file} names ${set.text}: it may set the Python that this is built with.`;
      return unknown('dynamic-value', text, set);
    }
    const file = service.manifests.find(({ role }) => role === 'declaration')?.file ?? service.definedIn.file;
    const where = evidence(startOf(file), 'requires-python', 'absent');
    return fail('Neither its manifests nor a version file state the Python that this code is for.', [where], {
      fix: { title: 'Add requires-python to pyproject.toml, or a .python-version file.', safe: false, intents: [] },
    });
  },
});
