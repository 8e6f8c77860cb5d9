import type { Catalogue } from '../../catalogue/catalogue.ts';
import { evidence } from '../../evidence/evidence.ts';
import type { Dependency, Manifest } from '../../manifests/index.ts';
import { shippedManifests } from '../02-sdk/shipped-manifests.ts';
import { defineCheck, type Subject } from '../define.ts';
import { handlerModule, imageFiles, samTemplate } from '../examples.ts';
import { fail, pass, unknown } from '../judgement.ts';

interface Tool extends Subject {
  readonly dependency: Dependency;
  /** It stands for all of a file that is for development by its name, and that the image installs by that name. */
  readonly forAll: boolean;
}

const forDevelopment = /(^|[-_./])(dev|develop|development|tests?|testing|lint)([-_.][^/]*)?\.(txt|in)$/i;

/** Names that say what they are: plugins of pytest and flake8, and stubs, which only type checkers read. */
const byName = /^(pytest|flake8)-|^types-|-stubs$/;
const purposes = new Set(['test', 'analyse', 'audit']);
const toolsOf = new WeakMap<Catalogue, ReadonlySet<string>>();

/** Distributions that are named like a command which tests, analyses or audits, and does nothing else. */
function developmentTools(catalogue: Catalogue): ReadonlySet<string> {
  const known = toolsOf.get(catalogue);
  if (known !== undefined) return known;
  const { facts } = catalogue.load('pipelines/commands');
  const found = new Set(
    facts
      .filter((fact) => fact.purposes.length > 0 && fact.purposes.every((purpose) => purposes.has(purpose)))
      .map(({ id }) => id)
      .filter((id) => /^[a-z][\w-]*$/.test(id)),
  );
  toolsOf.set(catalogue, found);
  return found;
}

const lambda = (requirements: string, code = ''): Record<string, string> => ({
  'template.yaml': samTemplate(['CodeUri: src/', 'Handler: app.handler', 'Runtime: python3.13']),
  'src/app.py': `${code}${handlerModule}`,
  'src/requirements.txt': requirements,
});
const install = ['COPY . .', 'RUN pip install -r requirements.txt'];

export const check = defineCheck({
  id: 'dev-dependency-shipped',
  scope: 'service',
  step: 'package',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes', 'other', 'none'],
  severity: 'improvement',
  title: 'Keep tools for development out of what is deployed',
  docs: {
    why: 'Test runners, linters and type stubs are megabytes that each cold start and each pull pays for, with dependencies of their own that can clash, and holes of their own that an audit then reports for the service.',
    fix: 'Move them to a file or group for development (requirements-dev.txt, `[dependency-groups]`) that the deployment does not install.',
    whenNone: 'It is not deployed, or what it declares names no tool for development that the catalogue knows.',
    bad: [
      { title: 'A test runner in the requirements of a function', files: lambda('requests==2.32.3\npytest==8.3.4\n') },
      {
        title: 'A formatter and stubs in an image',
        files: imageFiles('python:3.13', install, {
          'requirements.txt': 'flask==3.1.0\nblack==24.10.0\nboto3-stubs==1.44.5\n',
        }),
      },
    ],
    good: [
      {
        title: 'In a group for development',
        files: imageFiles('python:3.13', ['COPY . .', 'RUN uv sync --no-dev'], {
          'pyproject.toml':
            '[project]\nname = "web"\ndependencies = ["flask"]\n[dependency-groups]\ndev = ["pytest"]\n',
        }),
      },
      { title: 'The code itself uses it', files: lambda('black==24.10.0\n', 'import black\n') },
      {
        title: 'The image is there to run it',
        files: {
          Dockerfile:
            'FROM python:3.13\nCOPY . .\nRUN pip install -r requirements.txt\nCMD ["locust", "-f", "app.py"]\n',
          'app.py': 'print()\n',
          'requirements.txt': 'locust==2.32.0\n',
        },
      },
      {
        title: 'Only on the machines of developers, by its marker, which cannot be told',
        files: lambda('requests==2.32.3\npytest==8.3.4; sys_platform == "darwin"\n'),
      },
    ],
    sources: [
      'https://packaging.python.org/en/latest/specifications/dependency-groups/',
      'https://peps.python.org/pep-0561/',
      'https://docs.aws.amazon.com/lambda/latest/dg/best-practices.html',
    ],
  },
  subjects: (service, { catalogue }): Tool[] => {
    const tools = developmentTools(catalogue);
    const found = shippedManifests(service)
      .filter(({ file }) => file !== service.image?.file) // what a RUN line names, the image is there to run
      .flatMap(({ dependencies }) => dependencies)
      .filter(({ name, group }) => group !== 'build-system' && (tools.has(name) || byName.test(name)));
    // One that is always installed counts before the same in a group.
    const sorted = [...found].sort((a, b) => Number(b.group === null) - Number(a.group === null));
    const installed = service.image?.installs?.files;
    const subjects = sorted.reverse().map((dependency): Tool => {
      const { file } = dependency.place;
      const forAll = forDevelopment.test(file) && installed?.get(file) === 'declaration';
      return { name: forAll ? file : dependency.name, dependency, forAll };
    });
    return [...new Map(subjects.map((one) => [one.name, one])).values()];
  },
  judge: ({ name, dependency, forAll }, service) => {
    if (forAll) {
      const message = `${name}, which is for development by its name, is installed with what is deployed, ${dependency.name} among the rest.`;
      return fail(message, [evidence(dependency.place, `${dependency.name}${dependency.specifier}`)], {
        fix: { title: `Leave ${name} out of the image that is deployed.`, safe: false, intents: [] },
      });
    }
    const here = evidence(dependency.place, `${name}${dependency.specifier}`);
    if (dependency.group !== null) return pass(`${name} stands in the group ${dependency.group}.`, here);
    if (dependency.marker !== null && !/^\(?\s*python(_full)?_version\s*>=?[^()]*$/.test(dependency.marker)) {
      return unknown('dynamic-value', `${name} is installed where ${dependency.marker}.`, here);
    }
    const root = name.replaceAll('-', '_');
    const [used] = service.importsOf(new Set([root])).imports;
    if (used !== undefined) return pass(`The code itself imports ${used.root}.`, here, used.evidence);
    const start = service.image?.shape.starts.find(({ words }) =>
      words.some((word) => word === name || word.endsWith(`/${name}`)),
    );
    if (start !== undefined) return pass(`The image is started with ${name}.`, here, start.evidence);
    const whole = service.manifests.find(({ file }) => file === dependency.place.file);
    if (whole !== undefined && isResolved(whole)) {
      const message = `${whole.file} looks like the result of a resolver: ${name} may be there because another dependency needs it.`;
      return unknown('external-code', message, here);
    }
    return fail(`${name}, which is for development, is installed with what is deployed.`, [here], {
      fix: { title: `Move ${name} to what is installed for development alone.`, safe: false, intents: [] },
    });
  },
});

/** More exact versions than people write by hand: the list of a resolver, with all that its dependencies need. */
function isResolved({ format, dependencies }: Manifest): boolean {
  return format === 'requirements' && dependencies.length > 15 && dependencies.every(({ pinned }) => pinned);
}
