import { evidence } from '../../evidence/evidence.ts';
import { startOf } from '../../evidence/place.ts';
import type { Dependency, Manifest } from '../../manifests/index.ts';
import type { Service } from '../../services/service.ts';
import { defineCheck, type Subject } from '../define.ts';
import { imageFiles } from '../examples.ts';
import type { Facts } from '../facts.ts';
import { fail, pass, unknown } from '../judgement.ts';
import { shippedManifests } from './shipped-manifests.ts';

interface Declared extends Subject {
  readonly manifest: Manifest;
  readonly dependencies: readonly Dependency[];
}

const install = ['COPY . .', 'RUN pip install -r requirements.txt'];
const project = '[project]\nname = "web"\nversion = "1.0"\ndependencies = ["flask>=3", "httpx"]\n';

/** What installs the others: an image that brings it up to date says nothing of its code. */
const installers = new Set(['pip', 'pipenv', 'poetry', 'setuptools', 'uv', 'wheel']);

/** What is installed with a service from an index, file by file; SDKs are for sdk-unpinned, which says the same of them. */
function declaredBy(service: Service, { catalogue }: Facts): Declared[] {
  const sdks = new Set(
    service.artifact === 'wheel'
      ? []
      : catalogue
          .load('python/sdk-distributions')
          .facts.flatMap(({ sdk, distribution }) => (sdk ? [distribution] : [])),
  );
  return shippedManifests(service)
    .map((manifest) => ({
      name: manifest.file,
      manifest,
      dependencies: manifest.dependencies.filter(
        ({ name, group, source }) => group === null && source === 'index' && !installers.has(name) && !sdks.has(name),
      ),
    }))
    .filter(({ dependencies }) => dependencies.length > 0);
}

export const check = defineCheck({
  id: 'lock-missing',
  scope: 'service',
  step: 'sdk',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes', 'other', 'none'],
  severity: 'improvement',
  title: 'Deploy from a lock file',
  docs: {
    why: 'Where a manifest leaves versions open and nothing locks them, each build resolves anew: two builds of one commit differ, and what was tested is not what runs.',
    fix: 'Resolve once and deploy from the result: uv.lock, poetry.lock, Pipfile.lock, pylock.toml, or a requirements.txt that pip-compile or `uv pip compile` wrote.',
    whenNone:
      'It is not deployed, or declares nothing that comes from an index, apart from cloud SDKs, of which sdk-unpinned speaks.',
    bad: [
      {
        title: 'Open versions in requirements.txt',
        files: imageFiles('python:3.13', install, { 'requirements.txt': 'flask>=3\nhttpx\n' }),
      },
      {
        title: 'A project without a lock',
        files: imageFiles('python:3.13', ['COPY . .', 'RUN pip install .'], { 'pyproject.toml': project }),
      },
    ],
    good: [
      {
        title: 'Every version is exact',
        files: imageFiles('python:3.13', install, { 'requirements.txt': 'flask==3.1.0\nhttpx==0.28.1\n' }),
      },
      {
        title: 'A project with a lock',
        files: imageFiles('python:3.13', ['COPY . .', 'RUN uv sync --frozen'], {
          'pyproject.toml': project,
          'uv.lock': 'version = 1\n\n[[package]]\nname = "flask"\nversion = "3.1.0"\n',
        }),
      },
      {
        title: 'Constraints hold the versions',
        files: imageFiles('python:3.13', install, {
          'requirements.txt': '-c constraints.txt\nflask\n',
          'constraints.txt': 'flask==3.1.0\n',
        }),
      },
      {
        title: 'Open versions that a compiled file pins',
        files: imageFiles('python:3.13', install, {
          'requirements.in': 'flask\n',
          'requirements.txt': 'flask==3.1.0\n    # via -r requirements.in\n',
        }),
      },
    ],
    sources: [
      'https://pip.pypa.io/en/stable/topics/repeatable-installs/',
      'https://packaging.python.org/en/latest/specifications/pylock-toml/',
    ],
  },
  subjects: declaredBy,
  judge: ({ manifest, dependencies }, { manifests }) => {
    const first = dependencies[0]?.place ?? startOf(manifest.file);
    const locks = manifests.filter(({ role }) => role === 'lock');
    const lock = locks.find(({ faults }) => faults.length === 0);
    if (lock !== undefined) return pass(`${lock.file} locks it.`, evidence(startOf(lock.file), lock.file));
    const [unread] = locks;
    if (unread !== undefined) {
      return unknown(
        'unreadable-file',
        `${unread.file} could not be read.`,
        evidence(startOf(unread.file), unread.file),
      );
    }
    const pinned = new Set(
      manifests.flatMap((one) => one.dependencies.filter((other) => other.pinned).map((other) => other.name)),
    );
    const open = dependencies.filter(({ name }) => !pinned.has(name));
    const [floating] = open;
    if (floating === undefined) {
      return pass('Every version that it names is exact.', evidence(first, dependencies[0]?.name ?? manifest.file));
    }
    const names = open
      .slice(0, 3)
      .map(({ name }) => name)
      .join(', ');
    const more = open.length > 3 ? ` and ${open.length - 3} more` : '';
    const message = `${manifest.file} leaves the version of ${names}${more} open, and no lock file settles it.`;
    return fail(message, [evidence(floating.place, `${floating.name}${floating.specifier}`)], {
      fix: { title: 'Resolve the dependencies once, commit the result and deploy from it.', safe: false, intents: [] },
    });
  },
});
