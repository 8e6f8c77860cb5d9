import { libraryRoles } from '../../catalogue/library-roles.ts';
import { evidence } from '../../evidence/evidence.ts';
import type { CodeAnswer, CodeHandler } from '../code.ts';
import { defineCheck, type Subject } from '../define.ts';
import { imageFiles } from '../examples.ts';
import { fail, pass } from '../judgement.ts';
import { mayFail } from '../may-fail.ts';
import { runsCode } from '../runs-code.ts';

interface Answering extends Subject {
  readonly handler: CodeHandler;
}

/** Protocols in which an error is answered with 200, and callers that take nothing else. */
const othersRules = /jsonrpc|json-rpc|graphql|webhook|slack|alexa|dialogflow|twilio|telegram|callback/i;

const route = (...lines: string[]): Record<string, string> =>
  imageFiles('python:3.13-slim', ['RUN pip install flask'], {
    'app.py': `import logging\nfrom flask import Flask, jsonify\n\napp = Flask(__name__)\n\n@app.route("/orders/<id>")\ndef order(id):\n    try:\n        return jsonify(load(id))\n    except Exception as e:\n        logging.exception("no order")\n${lines.map((line) => `        ${line}\n`).join('')}\napp.run()\n`,
  });

export const check = defineCheck({
  id: 'error-answered-as-success',
  scope: 'service',
  step: 'resilience',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes', 'other', 'none'],
  severity: 'risk',
  title: 'Answer a failed request with a status of failure',
  docs: {
    why: 'Flask and FastAPI answer 200 where a route says no other status. A route that catches every error and returns its text tells load balancers, retries, caches, monitors and clients that all went well: nothing is tried again, no alarm rises, and the text of an exception, which may hold queries and addresses, goes to the caller.',
    fix: 'Raise again and leave the answer to the framework, or return a status of failure with a message that says nothing of the inside: `return jsonify(error="failed"), 500`, `raise HTTPException(502)`.',
    whenNone: 'It is not deployed, or none of its routes catches every error.',
    bad: [
      { title: 'The text of the error as an answer', files: route('return str(e)') },
      { title: 'An error in the body alone', files: route('return {"error": str(e)}') },
      { title: 'As JSON', files: route('return jsonify({"status": "error", "message": str(e)})') },
    ],
    good: [
      { title: 'With a status', files: route('return {"error": "failed"}, 500') },
      { title: 'Left to the framework', files: route('raise') },
      {
        title: 'The answer is given its status before',
        files: route('answer = jsonify(error="failed")', 'answer.status_code = 502', 'return answer'),
      },
      { title: 'It does without', files: route('return jsonify([])') },
    ],
    sources: [
      'https://flask.palletsprojects.com/en/stable/quickstart/#about-responses',
      'https://fastapi.tiangolo.com/tutorial/response-status-code/',
      'https://www.rfc-editor.org/rfc/rfc9110#name-successful-2xx',
    ],
  },
  subjects: (service, facts): Answering[] => {
    if (!runsCode(service)) return [];
    const code = facts.code(service);
    return code
      .handlers({ packages: [...libraryRoles(facts.catalogue).roots('web-routes')], needles: ['except'] })
      .filter((one) => one.broad && one.route !== null && code.isCalled(one))
      .map((handler) => ({
        name: `${handler.place.file}: ${handler.text} in ${handler.within.join('.')}`,
        handler,
      }));
  },
  judge: ({ handler: { place, text, route, around, answers, tried } }) => {
    const shown = evidence(place, text);
    if (!tried.some(mayFail)) return pass('Nothing that it tries depends on others.', shown);
    const answer = answers.find(isSuccess);
    if (answer === undefined) return pass('No error is answered with success, as far as is seen.', shown);
    if (othersRules.test(`${route} ${around}`)) return pass('Whoever asks may want no other status.', shown);
    return fail(
      `${text} ends every error of ${route}, which then answers ${answer.status} with ${answer.text.replaceAll(/\s+/g, ' ').slice(0, 60)}: whoever asks takes it for done.`,
      [shown],
      { fix: { title: 'Raise it again, or return a status of failure with it.', safe: false, intents: [] } },
    );
  },
});

function isSuccess({ status, tellsError }: CodeAnswer): boolean {
  return tellsError && status !== null && status < 300;
}
