import type { CodeCall } from '../code.ts';
import { type CallSubject, callEvidence, callSubject } from '../code-subject.ts';
import { defineCheck } from '../define.ts';
import { functionFiles } from '../examples.ts';
import { fail, pass, unknown } from '../judgement.ts';

const verbs = '(?:get|post|put|patch|delete|head|options|request)';
const asked = new RegExp(
  `^requests\\.(?:api\\.)?${verbs}$|^requests\\.(?:sessions\\.)?[sS]ession\\(\\)\\.${verbs}$|^urllib\\.request\\.urlopen$`,
);
const question = { packages: ['requests', 'urllib'], needles: [] };

const request = (line: string): string => `import requests\n\ndef handler(event, context):\n    ${line}\n`;

export const check = defineCheck({
  id: 'timeout-missing',
  scope: 'service',
  step: 'resilience',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes', 'other'],
  severity: 'risk',
  title: 'Give each HTTP request a time-out',
  docs: {
    why: 'requests and urllib wait for ever by default. When the other side accepts a connection and does not answer, a function runs until its platform ends it and is paid for all that time, and a server loses one worker after the other.',
    fix: 'Pass `timeout=` to each request, below the time that the caller waits. httpx and aiohttp have a default.',
    whenNone: 'Its code makes no requests with requests or urllib.',
    bad: [
      {
        title: 'A request without a time-out',
        files: functionFiles(request('return requests.get(event["url"]).text')),
      },
      {
        title: 'A session does not know one either',
        files: functionFiles(
          'import requests\n\nsession = requests.Session()\n\ndef handler(event, context):\n    return session.post("https://example.com", json=event).json()\n',
        ),
      },
    ],
    good: [
      {
        title: 'A time-out',
        files: functionFiles(request('return requests.get(event["url"], timeout=5).text')),
      },
      {
        title: 'The third argument of urlopen',
        files: functionFiles(
          'from urllib.request import urlopen\n\ndef handler(event, context):\n    return urlopen("https://example.com", None, 3).read()\n',
        ),
      },
      {
        title: 'A process that answers on the same machine',
        files: functionFiles(request('return requests.get("http://localhost:2773/parameters").json()')),
      },
      {
        title: 'Arguments that are passed on cannot be told',
        files: functionFiles(request('return requests.get(event["url"], **event["options"]).text')),
      },
    ],
    sources: [
      'https://requests.readthedocs.io/en/latest/user/quickstart/#timeouts',
      'https://docs.python.org/3/library/urllib.request.html#urllib.request.urlopen',
    ],
  },
  subjects: (service, facts): CallSubject[] => {
    if (service.compute === null) return [];
    const code = facts.code(service);
    const calls = code.calls(question).filter((call) => asked.test(call.path) && !call.isMain);
    return calls.filter(code.isCalled).map(callSubject);
  },
  judge: ({ call }, service, facts) => {
    const shown = callEvidence(call);
    const given = call.keywords.get('timeout') ?? (call.path.startsWith('urllib') ? call.positional[2] : undefined);
    if (given !== undefined && given.value !== null) return pass(`${call.text} waits for ${given.text} s.`, shown);
    if (given === undefined && isLocal(call)) return pass(`${call.text} asks a process beside it.`, shown);
    if (call.open) return unknown('dynamic-value', `${call.text} is given arguments that are not seen.`, shown);
    const others = facts.code(service).calls(question);
    if (others.some(({ path }) => path === 'socket.setdefaulttimeout'))
      return pass('A default time-out of sockets is set.', shown);
    if (call.path.includes('()') && others.some(({ path, place }) => isAdapter(path) && place.file === call.place.file))
      return unknown('external-code', `An adapter of the session that ${call.text} asks may set a time-out.`, shown);
    const waits = service.compute === 'function' ? 'waits until the function is ended' : 'may wait for ever';
    return fail(`${call.text} has no time-out: without an answer it ${waits}.`, [shown], {
      fix: { title: `Pass timeout= to ${call.text}.`, safe: false, intents: [] },
    });
  },
});

function isAdapter(path: string): boolean {
  return path.endsWith('.mount');
}

function isLocal({ positional: [first] }: CodeCall): boolean {
  return /^\W*[fF]?["']https?:\/\/(localhost|127\.0\.0\.1|169\.254\.)/.test(first?.text ?? '');
}
