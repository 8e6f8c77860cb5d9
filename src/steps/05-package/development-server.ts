import { evidence } from '../../evidence/evidence.ts';
import type { Service, ServiceImage } from '../../services/service.ts';
import type { CodeCall } from '../code.ts';
import { defineCheck, type Subject } from '../define.ts';
import type { Facts } from '../facts.ts';
import { fail, pass, type SomeEvidence, unknown } from '../judgement.ts';
import { settingOf } from './setting-of.ts';

interface Started extends Subject {
  readonly starts: ServiceImage['shape']['starts'];
}

/** A server for development that a start leads to. */
interface Found {
  readonly message: string;
  readonly evidence: SomeEvidence;
}

type Words = readonly string[];

/** Commands that start a server for development, by their words. */
const commands: readonly { readonly fits: (words: Words) => boolean; readonly says: string }[] = [
  { fits: (words) => runs(words, /^manage\.py$|^django-admin$/, 'runserver'), says: "`runserver` is Django's" },
  { fits: (words) => runs(words, /^flask$/, 'run'), says: "`flask run` is Flask's" },
  { fits: (words) => runs(words, /^fastapi$/, 'dev'), says: "`fastapi dev` is FastAPI's" },
];

const reloading = /^(uvicorn|gunicorn|hypercorn|granian)$/;

function nameOf(word: string): string {
  return word.replace(/^.*\//, '');
}

/** True if a program among the words is followed by the verb. */
function runs(words: Words, program: RegExp, verb: string): boolean {
  const at = words.findIndex((word) => program.test(nameOf(word)));
  return at >= 0 && words.slice(at + 1).includes(verb);
}

/** What a command of a start says by itself. */
function ofCommand(words: Words): string | undefined {
  const found = commands.find(({ fits }) => fits(words));
  if (found !== undefined) return `${found.says} server for development`;
  const server = words.map(nameOf).find((word) => reloading.test(word));
  return server !== undefined && words.includes('--reload')
    ? `\`${server} --reload\` watches the files and starts anew when one changes`
    : undefined;
}

/** The call by which a module that is started as a script serves for development. */
function ofScript(words: Words, service: Service, facts: Facts): CodeCall | undefined {
  const script = words.find((word) => word.endsWith('.py'));
  if (script === undefined || nameOf(script) === 'manage.py') return undefined;
  const calls = facts.code(service).calls({ packages: ['flask', 'uvicorn'], needles: ['.run('] });
  return calls.find(
    ({ path, place, within, keywords }) =>
      within.length === 0 &&
      nameOf(place.file) === nameOf(script) &&
      (path === 'flask.Flask().run' || (path === 'uvicorn.run' && keywords.get('reload')?.value === true)),
  );
}

function found(starts: Started['starts'], service: Service, facts: Facts): Found | undefined {
  for (const { words, evidence: at } of starts) {
    const said = ofCommand(words);
    if (said !== undefined) return { message: said, evidence: [at] };
    const call = ofScript(words, service, facts);
    if (call === undefined) continue;
    const debug = call.keywords.get('debug')?.value === true ? ', with a debugger that runs what it is sent' : '';
    const message =
      call.path === 'uvicorn.run'
        ? `\`${call.text}\` with reload watches the files and starts anew when one changes`
        : `\`${call.text}\` starts Flask's server for development${debug}`;
    return { message, evidence: [evidence(call.place, call.text), at] };
  }
  return undefined;
}

const image = (cmd: string, files: Record<string, string> = {}): Record<string, string> => ({
  'app.py': 'print()\n',
  ...files,
  Dockerfile: `FROM python:3.13\nCOPY . .\nCMD ${cmd}\n`,
});
const flask = (run: string): Record<string, string> => ({
  'app.py': `from flask import Flask\n\napp = Flask(__name__)\n\nif __name__ == "__main__":\n    ${run}\n`,
});

export const check = defineCheck({
  id: 'development-server',
  scope: 'service',
  step: 'package',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes', 'other', 'none'],
  severity: 'risk',
  title: 'Serve with a server that is made for production',
  docs: {
    why: 'The servers that Flask and Django start for development are not made to be secure, stable or fast: their documentation says not to use them in production. One process answers, a debugger may be open to everybody, nothing ends requests in order when the platform stops the instance. A server that reloads watches files that never change, and starts its application twice.',
    fix: 'Start gunicorn, uvicorn, hypercorn or waitress in the image (`CMD ["gunicorn", "app:app"]`), and leave `app.run()` for the machine of a developer.',
    whenNone: 'It runs in no image of the repository, or the image does not say what it starts.',
    bad: [
      {
        title: 'A script that runs the application',
        files: image('["python", "app.py"]', flask('app.run(debug=True)')),
      },
      {
        title: "Django's runserver",
        files: image('python manage.py runserver 0.0.0.0:8000', { 'manage.py': 'print()\n' }),
      },
      { title: 'A server that reloads', files: image('["uvicorn", "app:app", "--reload"]') },
    ],
    good: [
      {
        title: 'gunicorn, while the script still runs alone',
        files: image('["gunicorn", "app:app"]', flask('app.run()')),
      },
      {
        title: 'A script that starts waitress',
        files: image('["python", "app.py"]', {
          'app.py': 'from flask import Flask\nfrom waitress import serve\n\napp = Flask(__name__)\nserve(app)\n',
        }),
      },
      {
        title: 'uvicorn from the code, without reload',
        files: image('["python", "app.py"]', { 'app.py': 'import uvicorn\n\nuvicorn.run("main:app")\n' }),
      },
      { title: 'Another command of Django', files: image('python manage.py migrate', { 'manage.py': 'print()\n' }) },
    ],
    sources: [
      'https://flask.palletsprojects.com/en/stable/deploying/',
      'https://docs.djangoproject.com/en/stable/ref/django-admin/#runserver',
      'https://www.uvicorn.org/deployment/',
    ],
  },
  subjects: ({ image }): Started[] =>
    image === null || image.shape.starts.length === 0 ? [] : [{ name: image.file, starts: image.shape.starts }],
  judge: ({ name, starts }, service, facts) => {
    const server = found(starts, service, facts);
    const [first] = starts;
    if (server === undefined) {
      return pass('It starts no server for development.', first?.evidence ?? evidence(service.definedIn, service.name));
    }
    const other = settingOf(service, /^(command|args|Command|EntryPoint|entrypoint|entryPoint)$/);
    if (other !== undefined) {
      return unknown(
        'conflicting-evidence',
        `${server.message}; its definition starts it otherwise.`,
        ...server.evidence,
        other,
      );
    }
    if (/(^|[-_./])(dev|devel|development|local|debug|test)([-_.]|$)/i.test(nameOf(name))) {
      return unknown(
        'conflicting-evidence',
        `${server.message}; the image may be for development alone.`,
        ...server.evidence,
      );
    }
    return fail(`${server.message}.`, server.evidence, {
      fix: { title: 'Start a server for production in the image.', safe: false, intents: [] },
    });
  },
});
