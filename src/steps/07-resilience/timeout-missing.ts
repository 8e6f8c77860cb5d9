import type { WaitingCalls } from '../../catalogue/dataset.ts';
import type { Service } from '../../services/service.ts';
import type { CodeCall } from '../code.ts';
import { type CallSubject, callEvidence, callSubject, isCopied } from '../code-subject.ts';
import { defineCheck } from '../define.ts';
import { functionFiles } from '../examples.ts';
import type { Facts } from '../facts.ts';
import { fail, pass, unknown } from '../judgement.ts';
import { isBelow } from '../release-order.ts';
import { runsCode } from '../runs-code.ts';

interface Waiting extends CallSubject {
  readonly fact: WaitingCalls;
}

const request = (line: string): string => `import requests\n\ndef handler(event, context):\n    ${line}\n`;

export const check = defineCheck({
  id: 'timeout-missing',
  scope: 'service',
  step: 'resilience',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes', 'other', 'none'],
  severity: 'risk',
  title: 'Give each request to another machine a time-out',
  docs: {
    why: 'requests, urllib, urllib3, http.client, ftplib, smtplib, imaplib and redis before 8.0 wait for ever by default, the clients of OpenAI and Anthropic for ten minutes, three times. When the other side accepts a connection and does not answer, a function runs until its platform ends it and is paid for all that time, and a server loses one worker after the other.',
    fix: 'Pass `timeout=` (redis: `socket_timeout=`) to each request or where the client is made, below the time that the caller waits. httpx and aiohttp have a default.',
    whenNone: 'It is not deployed, or its code makes no requests with a library that waits for ever by default.',
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
        title: 'The same by a name that is put together',
        files: functionFiles(
          'import os\nimport requests\n\nurl = "http://localhost:" + os.environ["PORT"] + "/get"\n\ndef handler(event, context):\n    return requests.get(url).json()\n',
        ),
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
  subjects: (service, facts): Waiting[] => {
    if (!runsCode(service)) return [];
    const code = facts.code(service);
    const known = callsOf(facts);
    const packages = [...new Set([...known.values()].map(rootOf))];
    const found = code.calls({ packages, needles: [] }).flatMap((call) => {
      const fact = known.get(call.path);
      if (fact === undefined || call.isMain || isCopied(call.place.file)) return [];
      return asksOthers(call, fact) && code.isCalled(call) ? [{ ...callSubject(call), fact }] : [];
    });
    return found.filter((one, index) => one.fact.seconds === undefined || isFirst(one, found.slice(0, index)));
  },
  judge: ({ call, fact }, service, facts) => {
    const shown = callEvidence(call);
    const given = givenTo(call, fact);
    if (given !== undefined && given.value !== null) return pass(`${call.text} waits for ${given.text} s.`, shown);
    if (given === undefined && isLocal(call)) return pass(`${call.text} asks a process beside it.`, shown);
    if (call.open) return unknown('dynamic-value', `${call.text} is given arguments that are not seen.`, shown);
    if (fact.or !== undefined && call.keywords.has(fact.or))
      return unknown('external-code', `The ${fact.or} that ${call.text} is given may have a time-out.`, shown);
    if (fact.below !== undefined && !isOlder(service, fact.id, fact.below))
      return pass(`Releases of ${fact.id} since ${fact.below} have a default, and no older one is asked for.`, shown);
    const others = facts.code(service).calls({ packages: [rootOf(fact), 'socket'], needles: [] });
    if (others.some(({ path }) => path === 'socket.setdefaulttimeout'))
      return pass('A default time-out of sockets is set.', shown);
    const maker = others.find((other) => `${other.path}()` === madeBy(call) && other.place.file === call.place.file);
    const told = maker && givenTo(maker, fact);
    if (told !== undefined && told.value !== null)
      return pass(`${call.text} waits for ${told.text} s.`, shown, callEvidence(maker ?? call));
    if (maker?.open === true)
      return unknown('dynamic-value', `${maker.text} is given arguments that are not seen.`, shown);
    if (call.path.includes('()') && others.some(({ path, place }) => isAdapter(path) && place.file === call.place.file))
      return unknown('external-code', `An adapter of the session that ${call.text} asks may set a time-out.`, shown);
    const fix = { title: `Pass ${fact.argument}= to ${call.text}.`, safe: false, intents: [] };
    const { seconds, attempts = 1 } = fact;
    if (seconds !== undefined && given === undefined) {
      if (isToldInCall(service, facts)) return pass('Its calls are given a time-out.', shown);
      const message = `${call.text} is told no time-out: by default it waits ${seconds} s for an answer, up to ${attempts} times.`;
      return fail(message, [shown], { severity: 'improvement', fix });
    }
    const waits = service.compute === 'function' ? 'waits until the function is ended' : 'may wait for ever';
    return fail(`${call.text} has no time-out: without an answer it ${waits}.`, [shown], { fix });
  },
});

/** False where a client that is made alike was found before: where one time-out is long, one place is enough to say it. */
function isFirst({ call, fact }: Waiting, before: readonly Waiting[]): boolean {
  return !before.some((other) => other.fact === fact && isTold(other.call, fact) === isTold(call, fact));
}

function isTold(call: CodeCall, fact: WaitingCalls): boolean {
  return call.open || givenTo(call, fact) !== undefined || (fact.or !== undefined && call.keywords.has(fact.or));
}

/** The calls of the catalogue by their paths. */
function callsOf({ catalogue }: Facts): ReadonlyMap<string, WaitingCalls> {
  const { facts } = catalogue.load('python/waiting-calls');
  return new Map(
    facts.flatMap((fact) =>
      Object.entries(fact.calls).flatMap(([on, names]) =>
        names.split(' ').map((name): [string, WaitingCalls] => [`${on}.${name}`, fact]),
      ),
    ),
  );
}

function rootOf({ id }: WaitingCalls): string {
  return id.split('.', 1)[0] ?? id;
}

function givenTo(call: CodeCall, { argument, position }: WaitingCalls): CodeCall['positional'][number] | undefined {
  return call.keywords.get(argument) ?? (position === undefined ? undefined : call.positional[position]);
}

/** False where a call names no machine, and so asks nobody or its own. */
function asksOthers({ positional, keywords, open }: CodeCall, { to }: WaitingCalls): boolean {
  return to === undefined || open || positional.length > 0 || keywords.has(to);
}

/** What the thing is made by on which a call is made: `urllib3.PoolManager()`. */
function madeBy({ path }: CodeCall): string {
  return path.slice(0, path.lastIndexOf('.'));
}

/** True if a service asks for releases of a distribution that are all older than one. */
function isOlder({ manifests }: Service, distribution: string, release: string): boolean {
  const asked = manifests.flatMap(({ dependencies }) => dependencies).filter(({ name }) => name === distribution);
  return asked.some(({ specifier, group }) => group === null && isBelow(specifier, release));
}

/** True where calls of clients of models say a time-out by themselves. */
function isToldInCall(service: Service, facts: Facts): boolean {
  const calls = facts.code(service).calls({ packages: [], needles: ['timeout'] });
  return calls.some(
    ({ path, keywords }) => /\.(create|parse|stream|with_options)$/.test(path) && keywords.has('timeout'),
  );
}

function isAdapter(path: string): boolean {
  return path.endsWith('.mount');
}

function isLocal({ positional: [first], keywords }: CodeCall): boolean {
  const asked = first ?? keywords.get('url') ?? keywords.get('host');
  return /^\W*[fF]?["'](https?:\/\/)?(localhost|127\.0\.0\.1|169\.254\.)/.test(asked?.begins ?? '');
}
