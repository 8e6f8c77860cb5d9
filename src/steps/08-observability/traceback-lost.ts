import { type Evidence, evidence } from '../../evidence/evidence.ts';
import type { CodeHandler } from '../code.ts';
import { isCopied } from '../code-subject.ts';
import { defineCheck, type Subject } from '../define.ts';
import { functionFiles } from '../examples.ts';
import { handlingCode } from '../handling-code.ts';
import { fail, pass } from '../judgement.ts';

const catching = (...lines: string[]): Record<string, string> =>
  functionFiles(
    `import logging\n\nlogger = logging.getLogger()\n\ndef handler(event, context):\n    try:\n        return work(event)\n    except Exception as e:\n${lines.map((line) => `        ${line}\n`).join('')}`,
  );

/** What is shown of many. */
const mostShown = 5;

export const check = defineCheck({
  id: 'traceback-lost',
  scope: 'service',
  step: 'observability',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes', 'other', 'none'],
  severity: 'improvement',
  title: 'Log an unexpected error with its traceback',
  docs: {
    why: 'A clause that catches every error and logs its message alone tells “KeyError: id” and not where: the error that nobody foresaw is the one for which the place is needed.',
    fix: 'Use `logger.exception("…")`, or pass `exc_info=True`; or raise again.',
    whenNone:
      'It is no function whose entry point was found and no web application that is deployed, or it catches no error in general.',
    bad: [
      { title: 'The message alone', files: catching('logger.error(f"failed: {e}")', 'return None') },
      { title: 'Printed', files: catching('print(e)', 'return {"statusCode": 500}') },
    ],
    good: [
      { title: 'With the traceback', files: catching('logger.exception("failed")', 'return None') },
      { title: 'By exc_info', files: catching('logger.error("failed", exc_info=True)', 'return None') },
      { title: 'Raised again', files: catching('logger.error(e)', 'raise') },
      {
        title: 'An error that is expected',
        files: functionFiles(
          'import logging\n\ndef handler(event, context):\n    try:\n        return int(event["n"])\n    except ValueError as e:\n        logging.error(e)\n        return 0\n    except Exception:\n        logging.exception("failed")\n        return 1\n',
        ),
      },
    ],
    sources: ['https://docs.python.org/3/library/logging.html#logging.Logger.exception'],
  },
  subjects: (service, facts): (Subject & { readonly handlers: readonly CodeHandler[] })[] => {
    const asked = handlingCode(service, facts);
    if (asked === undefined) return [];
    const code = facts.code(service);
    const handlers = code.handlers({ packages: asked, needles: ['except'] });
    const own = handlers.filter((one) => one.broad && !isCopied(one.place.file) && code.isCalled(one));
    return own.length === 0 ? [] : [{ name: 'except', handlers: own }];
  },
  judge: ({ handlers }, service) => {
    const lost = handlers.filter(({ logs, traceback, does }) => logs && !traceback && does !== 'raises');
    const [first, ...others] = lost.map(shownAt);
    if (first === undefined) {
      const [handler] = handlers.map(shownAt);
      return pass(
        'What it catches in general is logged with its traceback, or raised.',
        handler ?? evidence(service.definedIn, service.name),
      );
    }
    const clauses =
      lost.length === 1
        ? `${first.text} in ${first.file} catches every error and logs`
        : `${lost.length} clauses catch every error and log`;
    return fail(`${clauses} no traceback of it.`, [first, ...others.slice(0, mostShown - 1)], {
      fix: { title: 'Log it with logger.exception.', safe: false, intents: [] },
    });
  },
});

function shownAt({ place, text }: CodeHandler): Evidence {
  return evidence(place, text);
}
