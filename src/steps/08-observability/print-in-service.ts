import { type Evidence, evidence } from '../../evidence/evidence.ts';
import type { CodeCall } from '../code.ts';
import { callEvidence, isCopied } from '../code-subject.ts';
import { defineCheck, type Subject } from '../define.ts';
import { functionFiles } from '../examples.ts';
import { handlingCode } from '../handling-code.ts';
import { fail, pass } from '../judgement.ts';

/** What is shown of many. */
const mostShown = 5;

export const check = defineCheck({
  id: 'print-in-service',
  scope: 'service',
  step: 'observability',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes', 'other', 'none'],
  severity: 'improvement',
  title: 'Log by a logger instead of print',
  docs: {
    why: 'What print writes has no level, no logger and no request behind it: errors cannot be told from chatter, nothing can be turned down in production, and an alarm has only words to look for. On Azure it does not reach Application Insights as a trace of its request.',
    fix: 'Use logging (or the logger of Powertools or structlog), with a level that the environment sets.',
    whenNone: 'It is no function whose entry point was found, and no web application that is deployed.',
    bad: [
      {
        title: 'An error is printed',
        files: functionFiles('def handler(event, context):\n    print("no such order", event)\n'),
      },
      {
        title: 'In a module that the handler imports',
        files: {
          ...functionFiles('import work\n\ndef handler(event, context):\n    return work.run(event)\n'),
          'work.py': 'def run(event):\n    print(event)\n',
        },
      },
    ],
    good: [
      {
        title: 'A logger',
        files: functionFiles('import logging\n\ndef handler(event, context):\n    logging.getLogger().info(event)\n'),
      },
      {
        title: 'Only when it is run by hand',
        files: functionFiles(
          'def handler(event, context):\n    return event\n\nif __name__ == "__main__":\n    print(handler({}, None))\n',
        ),
      },
      {
        title: 'In a script that the handler does not import',
        files: { ...functionFiles('def handler(event, context):\n    return event\n'), 'tool.py': 'print("done")\n' },
      },
      {
        title: 'An entry of the log with its severity',
        files: functionFiles(
          'import json\n\ndef handler(event, context):\n    print(json.dumps({"severity": "WARNING", "message": "no such order"}))\n',
        ),
      },
      {
        title: 'Printing into a file',
        files: functionFiles(
          'import io\n\ndef handler(event, context):\n    text = io.StringIO()\n    print(event, file=text)\n    return text.getvalue()\n',
        ),
      },
    ],
    sources: [
      'https://cloud.google.com/run/docs/logging#writing_structured_logs',
      'https://docs.aws.amazon.com/lambda/latest/dg/python-logging.html',
      'https://learn.microsoft.com/azure/azure-functions/functions-reference-python#logging-and-monitoring',
      'https://cloud.google.com/functions/docs/monitoring/logging',
    ],
  },
  subjects: (service, facts): Subject[] => (handlingCode(service, facts) === undefined ? [] : [{ name: 'print' }]),
  judge: (_, service, facts) => {
    const code = facts.code(service);
    const packages = handlingCode(service, facts) ?? [];
    const printed = code
      .calls({ packages, needles: ['print('] })
      .filter(
        (call) =>
          call.path === 'print' &&
          !call.isMain &&
          (packages.length === 0 || (call.within.length > 0 && !isCommand(call.place.file))) &&
          !call.keywords.has('file') &&
          !isCopied(call.place.file) &&
          !isStructured(call, packages.length > 0) &&
          code.isCalled(call),
      );
    const [first, ...others] = printed;
    if (first === undefined) return pass('Its code does not print.', evidence(service.definedIn, service.name));
    const files = new Set(printed.map(({ place }) => place.file));
    const where = files.size === 1 ? first.place.file : `${files.size} files`;
    const times = printed.length === 1 ? 'once' : `${printed.length} times`;
    return fail(`${service.name} prints ${times} in ${where} instead of logging.`, [
      callEvidence(first),
      ...shown(others),
    ]);
  },
});

function shown(calls: readonly CodeCall[]): Evidence[] {
  return calls.slice(0, mostShown - 1).map(callEvidence);
}

/** Commands that somebody runs by hand beside the application. */
function isCommand(file: string): boolean {
  return /(^|\/)(management\/commands|scripts|bin)\//.test(file);
}

/** JSON on a line, which platforms read as an entry of the log; in a function only where it says how bad it is. */
function isStructured({ positional: [first], around }: CodeCall, isServer: boolean): boolean {
  return first?.path === 'json.dumps()' && (isServer || /\b(severity|level)\b/i.test(around));
}
