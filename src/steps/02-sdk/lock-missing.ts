import { evidence } from '../../evidence/evidence.ts';
import { startOf } from '../../evidence/place.ts';
import type { Dependency, Manifest } from '../../manifests/index.ts';
import type { Service } from '../../services/service.ts';
import { defineCheck, type Subject } from '../define.ts';
import { imageFiles } from '../examples.ts';
import type { Facts } from '../facts.ts';
import { fail, pass, unknown } from '../judgement.ts';
import { compareReleases, oldestRelease } from '../release-order.ts';
import { shippedManifests } from './shipped-manifests.ts';

interface Declared extends Subject {
  readonly manifest: Manifest;
  readonly dependencies: readonly Dependency[];
}

const install = ['COPY . .', 'RUN pip install -r requirements.txt'];
const project = '[project]\nname = "web"\nversion = "1.0"\ndependencies = ["flask>=3", "httpx"]\n';

/** What installs the others: an image that brings it up to date says nothing of its code. */
const installers = new Set(['pip', 'pipenv', 'poetry', 'setuptools', 'uv', 'wheel']);

/** What is installed with a service from an index or a branch, file by file; SDKs are for sdk-unpinned, which says the same of them. */
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
        (one) => one.group === null && comesOpen(one) && !installers.has(one.name) && !sdks.has(one.name),
      ),
    }))
    .filter(({ dependencies }) => dependencies.length > 0);
}

/** True of what an index or a repository gives, the latter where neither a commit nor a version is named. */
function comesOpen({ source, url }: Dependency): boolean {
  return source === 'index' || (source === 'vcs' && !/@(v?\d[\w.-]*|[0-9a-f]{7,40})(#|$)/i.test(url ?? ''));
}

export const check = defineCheck({
  id: 'lock-missing',
  scope: 'service',
  step: 'sdk',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes', 'other', 'none'],
  severity: 'improvement',
  title: 'Deploy from a lock file',
  docs: {
    why: 'Where a manifest leaves versions open and nothing locks them, each build resolves anew: two builds of one commit differ, and what was tested is not what runs. Exact versions of what is named alone leave open what these need, and a branch of a repository is whatever it holds on that day.',
    fix: 'Resolve once and deploy from the result: uv.lock, poetry.lock, Pipfile.lock, pylock.toml, or a requirements.txt that pip-compile or `uv pip compile` wrote.',
    whenNone:
      'It is not deployed, or declares nothing that comes from an index or a branch, apart from cloud SDKs, of which sdk-unpinned speaks.',
    bad: [
      {
        title: 'Open versions in requirements.txt',
        files: imageFiles('python:3.13', install, { 'requirements.txt': 'flask>=3\nhttpx\n' }),
      },
      {
        title: 'Versions of what is named alone',
        files: imageFiles('python:3.13', install, { 'requirements.txt': 'flask==3.1.0\n' }),
      },
      {
        title: 'A branch',
        files: imageFiles('python:3.13', install, {
          'requirements.txt': 'tool @ git+https://github.com/team/tool@main\n',
        }),
      },
      {
        title: 'A project without a lock',
        files: imageFiles('python:3.13', ['COPY . .', 'RUN pip install .'], { 'pyproject.toml': project }),
      },
    ],
    good: [
      {
        title: 'Every version is exact',
        files: imageFiles('python:3.13', install, { 'requirements.txt': 'gunicorn==23.0.0\npackaging==24.2\n' }),
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
          'requirements.txt': '-c constraints.txt\ngunicorn\n',
          'constraints.txt': 'gunicorn==23.0.0\n',
        }),
      },
      {
        title: 'Open versions that a compiled file pins',
        files: imageFiles('python:3.13', install, {
          'requirements.in': 'gunicorn\n',
          'requirements.txt': 'gunicorn==23.0.0\n    # via -r requirements.in\n',
        }),
      },
    ],
    sources: [
      'https://pip.pypa.io/en/stable/topics/repeatable-installs/',
      'https://packaging.python.org/en/latest/specifications/pylock-toml/',
    ],
  },
  subjects: declaredBy,
  judge: ({ manifest, dependencies }, { manifests, image }, facts) => {
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
    const fix = {
      title: 'Resolve the dependencies once, commit the result and deploy from it.',
      safe: false,
      intents: [],
    };
    const open = dependencies.filter(({ name, source }) => source === 'vcs' || !pinned.has(name));
    const complete = isComplete(manifest, dependencies, image);
    const needing = complete ? undefined : withOpenNeeds(dependencies, pinned, facts);
    const [floating] = open;
    if (floating !== undefined) {
      const names = listed(open.map(({ name, url }) => name || (url ?? '')));
      const rest = needing === undefined ? '' : ` and what ${needing.by.name} needs (${among(needing.names)})`;
      const message = `${manifest.file} leaves the version of ${names}${rest} open, and no lock file settles it.`;
      const text = floating.source === 'vcs' ? `${floating.url}` : `${floating.name}${floating.specifier}`;
      return fail(message, [evidence(floating.place, text)], { fix });
    }
    if (needing === undefined)
      return pass('Every version that it names is exact.', evidence(first, dependencies[0]?.name ?? manifest.file));
    const { by, names } = needing;
    const message = `${manifest.file} names exact versions, but leaves open what ${by.name} needs: ${among(names)}. No lock file settles it.`;
    return fail(message, [evidence(by.place, `${by.name}${by.specifier}`)], { fix });
  },
});

/** The first of many, whose number differs from release to release. */
function among(names: readonly string[]): string {
  return names.slice(0, 3).join(', ') + (names.length > 3 ? ' and others' : '');
}

function listed(names: readonly string[]): string {
  return names.slice(0, 3).join(', ') + (names.length > 3 ? ` and ${names.length - 3} more` : '');
}

/** True where all that is installed stands there: with hashes pip refuses the rest, with `--no-deps` it leaves it out, and what is installed already lies there. */
function isComplete({ file }: Manifest, dependencies: readonly Dependency[], image: Service['image']): boolean {
  if (dependencies.some(({ hashes, place }) => hashes > 0 || place.file !== file)) return true;
  return image?.shape.runs.some(({ commands }) => commands.some((words) => words.includes('--no-deps'))) === true;
}

/** The first that needs something, by the catalogue, whose version nothing says. */
function withOpenNeeds(
  dependencies: readonly Dependency[],
  pinned: ReadonlySet<string>,
  { catalogue }: Facts,
): { by: Dependency; names: readonly string[] } | undefined {
  const known = new Map(catalogue.load('python/required-distributions').facts.map((fact) => [fact.id, fact]));
  for (const by of dependencies.filter(({ pinned: exact }) => exact)) {
    const fact = known.get(by.name);
    const release = oldestRelease(by.specifier);
    if (fact === undefined || release === undefined || compareReleases(release, fact.since) < 0) continue;
    const names = fact.requires.split(' ').filter((name) => !pinned.has(name));
    if (names.length > 0) return { by, names };
  }
  return undefined;
}
